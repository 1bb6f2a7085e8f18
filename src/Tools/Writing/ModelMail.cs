using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Assistant.Retrieval.Text;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Models;
using Assistant.Tools.Templates;

namespace Assistant.Tools.Writing;

/// <summary>What a model is given to write a mail from, and what is taken of its answer: a subject and a body, and nothing else it may say.</summary>
internal static partial class ModelMail
{
    private const int LongestBody = 20_000;
    private const int LongestSubject = 250;

    private static readonly Dictionary<string, int> Tokens = new(StringComparer.Ordinal) { ["short"] = 400, ["medium"] = 900, ["long"] = 1_800 };

    public static ModelTask Task(WritingContext context, MailTemplate? template, int variants)
    {
        var sources = string.Join("\n\n", context.Sources.OrderBy(source => Place(source, context)).Select(source => $"[{source.Number}] {source.Title}{(source.IsOwn ? " (the sender's own)" : "")}\n{source.Text}"));
        // What recipients call themselves comes from outside too.
        if (context.To.Concat(context.Cc).Where(one => one.Name.Length > 0).ToList() is { Count: > 0 } named)
            sources = $"Names of the recipients: {string.Join(", ", named)}\n\n{sources}".TrimEnd();
        return new(Instructions(context), Wish(context, template), sources, Tokens[context.Wish.Length], variants)
        {
            About = string.Join(' ', [context.Answered?.Id ?? "", .. context.To.Concat(context.Cc).Select(one => one.Key)]),
        };
    }

    /// <summary>Tolerant of fences, headings and chatter around the form that was asked for.</summary>
    /// <param name="text">As the model wrote it.</param>
    /// <param name="subject">Where it names none.</param>
    public static WrittenMail Read(string text, string subject)
    {
        var clean = Clean(Fence().Replace(text.ReplaceLineEndings("\n"), ""));
        var cited = new List<int>();
        if (Cited().Match(clean) is { Success: true } sources)
        {
            cited.AddRange(Number().Matches(sources.Groups[1].Value).Select(match => int.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0));
            clean = clean[..sources.Index].TrimEnd();
        }

        if (SubjectLine().Match(clean) is { Success: true } line)
        {
            subject = line.Groups[1].Value.Trim('*', ' ', '"');
            clean = clean[(line.Index + line.Length)..].TrimStart();
        }

        clean = BodyLabel().Replace(clean, "");
        return new(
            Short(subject.ReplaceLineEndings(" ").Trim(), LongestSubject),
            clean.Length > LongestBody ? PassageText.Take(clean, 0, LongestBody).Text : clean,
            [.. cited.Distinct()]);
    }

    /// <summary>Without what nobody sees, what would be fetched, and the marks of the question.</summary>
    public static string Clean(string text) => Picture().Replace(Marks().Replace(InvisibleCharacters.Remove(text.ReplaceLineEndings("\n")).Text, ""), "$1").Trim();

    /// <summary>The mail that is answered, free times, the rest of the thread from its end, earlier mail, conversations: what is cut is cut from the end.</summary>
    private static int Place(WritingSource source, WritingContext context) => source switch
    {
        _ when source.Id == context.Answered?.Id => 0,
        { Kind: "calendar" } => 1,
        { Kind: "mail", IsEarlier: false } => 1_000 - source.Number,
        { Kind: "mail" } => 2_000 + source.Number,
        _ => 3_000 + source.Number,
    };

    private static string Instructions(WritingContext context)
    {
        var text = new StringBuilder("You write an e-mail for ").Append(context.Sender).Append(". Language: ").Append(context.Language).Append(". Tone: ")
            .Append(context.Wish.Tone ?? (context.IsFormal ? "formal" : "as to somebody they know well")).Append(". Length: ").Append(context.Wish.Length).Append(".\n");
        // A habit of the other tone would say the opposite.
        if (context.Style is { } style && style.Formality != (context.IsFormal ? "informal" : "formal"))
            text.Append("How they write: ").Append(style.ToText()).Append(".\n");
        // No hour: the same question a minute later is the same question.
        return text.Append(CultureInfo.InvariantCulture, $"Today is {context.Now:dddd, uuuu-MM-dd} in {context.Now.Zone.Id}.\n")
            .Append("Use only facts from below; where one is missing write [...] in its place. Invent no name, date, figure, link or address. Sign with their name.\n")
            .Append("Answer in exactly this form and nothing else:\nSubject: one line\n\nthe body, plain text or light Markdown, greeting and closing included\n\nSOURCES: the numbers of the sources you used, or none").ToString();
    }

    private static string Wish(WritingContext context, MailTemplate? template)
    {
        var text = new StringBuilder("# The mail\nIt shall say: ").Append(context.Wish.Wish).Append("\nTo: ").AppendJoin(", ", context.To.Select(Shown));
        if (context.Cc.Count > 0)
            text.Append("\nCc: ").AppendJoin(", ", context.Cc.Select(Shown));
        if (context.Answered is { } answered)
            text.Append("\nIt answers the mail with the id ").Append(answered.Id).Append(", number ").Append(context.Sources.FirstOrDefault(source => source.Id == answered.Id)?.Number ?? 0).Append(" of the sources.");
        if (context.Wish.Facts.Count > 0)
            text.Append("\nFacts to include:").Append(string.Concat(context.Wish.Facts.Select(fact => $"\n- {fact}")));
        if (context.Offers.Count > 0)
        {
            var book = PhraseBook.Of(context.Language) ?? PhraseBook.Of("en")!;
            text.Append("\nTimes to offer, exactly these:").Append(string.Concat(context.Offers.Select(offer => $"\n- {book.Show(offer)}")));
        }

        if (template is not null)
        {
            text.Append("\nKeep to this template, its {gaps} filled:\n").Append(template.Subject).Append("\n\n").Append(template.Body);
            if (context.Wish.Values is { Count: > 0 } values)
                text.Append("\nValues of the gaps:").Append(string.Concat(values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"\n- {value.Key}: {value.Value}")));
        }

        return text.ToString();
    }

    /// <summary>Letters, digits and what usually stands between them.</summary>
    public static bool IsPlain(MailAddress one) => PlainAddress().IsMatch(one.Address);

    /// <summary>An address that a mail named, written so that it could say something to a model, is not shown to one.</summary>
    private static string Shown(MailAddress one) => IsPlain(one) ? one.Shown : "(an address that is not plain)";

    private static string Short(string text, int most) => text.Length <= most ? text : text[..most];

    /// <summary>Only where the whole answer, or nearly, stands in one.</summary>
    [GeneratedRegex(@"^[ \t]*```[a-z]*[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"</?untrusted-[0-9a-f]{4,}>|<\|[a-z_]{2,20}\|>")]
    private static partial Regex Marks();

    /// <summary>A picture would be fetched when the mail is looked at.</summary>
    [GeneratedRegex(@"!\[([^\]]*)\](\([^)]*\))")]
    private static partial Regex Picture();

    [GeneratedRegex(@"^[ \t]*\**(?:SOURCES|QUELLEN)\**:\**[ \t]*(.*)$(?![\s\S]*^[ \t]*\**(?:SOURCES|QUELLEN)\**:)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Cited();

    [GeneratedRegex(@"^(?:.*\n){0,3}?\s*\**(?:Subject|Betreff|Objet)\**\s*:\**[ \t]*(.+)\n?", RegexOptions.IgnoreCase)]
    private static partial Regex SubjectLine();

    [GeneratedRegex(@"^\**(?:Body|Text)\**:\**\s*\n", RegexOptions.IgnoreCase)]
    private static partial Regex BodyLabel();

    [GeneratedRegex(@"^[\p{L}\d._%+'-]+@[\p{L}\d.-]+$")]
    private static partial Regex PlainAddress();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
