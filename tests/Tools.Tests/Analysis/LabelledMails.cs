using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assistant.Tests.Shared;
using NodaTime;
using NodaTime.Text;

namespace Assistant.Tools.Tests.Analysis;

/// <param name="Kind">r request, q open question, c commitment of the writer, d deadline.</param>
/// <param name="Start">First character in the mail's text.</param>
/// <param name="End">One after the last.</param>
/// <param name="Due">Of a deadline, the last day; null where it is one that is no day.</param>
internal sealed record Label(char Kind, int Start, int End, LocalDate? Due);

/// <summary>
/// A mail to Ada with what is asked of her, by when, and what is promised, marked by hand in the file: <c>{r:...}</c>, <c>{q:...}</c>, <c>{c:...}</c>,
/// <c>{d:words|date}</c>. docs/analysis.md says who wrote which and when.
/// </summary>
internal sealed record LabelledMail(string Language, int Number, LocalDate Written, string Text, IReadOnlyList<Label> Labels)
{
    private const string Seed = "2026-11-29";

    /// <summary>Half of the numbers of a hundred, drawn by the seed: what is in it was not looked at until the rules were done.</summary>
    public bool IsForTest => Drawn.Value.Contains(Number);

    private static readonly Lazy<HashSet<int>> Drawn = new(() =>
        [.. Enumerable.Range(0, 100).OrderBy(number => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed}:{number}"))), StringComparer.Ordinal).Take(50)]);

    /// <summary>Two hundred by writers who had not seen the rules.</summary>
    public static IReadOnlyList<LabelledMail> All { get; } = [.. Read("mails", "en"), .. Read("mails", "de")];

    /// <summary>Those that the author of the rules wrote.</summary>
    public static IReadOnlyList<LabelledMail> Earlier { get; } = [.. Read("first", "en"), .. Read("first", "de"), .. Read("fresh", "en"), .. Read("fresh", "de")];

    /// <summary>Eighty German mails full of deadlines and promises in uncommon words, written when the rules were done and not used for them.</summary>
    public static IReadOnlyList<LabelledMail> Deadlines { get; } = [.. Read("deadlines", "de")];

    private static IEnumerable<LabelledMail> Read(string set, string language)
    {
        var file = Path.Combine(Repository.Root, "tests", "Tools.Tests", "Analysis", $"{set}.{language}.txt");
        return File.ReadAllText(file).Split("== ", StringSplitOptions.RemoveEmptyEntries).Select((block, number) =>
        {
            var end = block.IndexOf('\n', StringComparison.Ordinal);
            var labels = new List<Label>();
            var text = new StringBuilder();
            Take(block[(end + 1)..].Trim(), text, labels);
            return new LabelledMail(language, number, Date(block[..end].Trim()), text.ToString(), labels);
        });
    }

    private static void Take(string marked, StringBuilder text, List<Label> labels)
    {
        var open = new Stack<(char Kind, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{')
            {
                open.Push((marked[i + 1], text.Length));
                i += 2;
            }
            else if (marked[i] == '}')
            {
                var (kind, start) = open.Pop();
                labels.Add(new(kind, start, text.Length, null));
            }
            else if (marked[i] == '|' && open.TryPeek(out var innermost) && innermost.Kind == 'd')
            {
                var end = marked.IndexOf('}', i);
                var date = marked[(i + 1)..end];
                labels.Add(new('d', open.Pop().Start, text.Length, date == "-" ? null : Date(date)));
                i = end;
            }
            else
            {
                text.Append(marked[i]);
            }
        }
    }

    private static LocalDate Date(string text) => LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd").Parse(text).Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Language} {Number}: {Text}");
}
