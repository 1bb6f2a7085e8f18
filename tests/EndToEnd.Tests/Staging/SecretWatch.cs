using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Assistant.Tests.Shared;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>
/// Keeps what servers said, logged and wrote, and finds secrets in it. Google's tokens and codes, and our keys, are known by their form, so that one that no
/// test ever saw is found too.
/// </summary>
internal sealed partial class SecretWatch(string clientSecret, IReadOnlyList<string> canaries)
{
    private readonly ConcurrentQueue<(string Where, string Text)> _seen = [];
    private readonly ConcurrentQueue<(string Where, string Text, IReadOnlyList<string> MayShow)> _answers = [];

    public RecordingLoggerFactory Log { get; } = new();

    /// <summary>A log line, what a program wrote to standard error, an error that a client was given.</summary>
    public void Saw(string where, string text) => _seen.Enqueue((where, text));

    /// <summary>An answer: its owner's mail may be in it, nobody else's.</summary>
    public void Answered(string where, string text, IReadOnlyList<string> mayShow)
    {
        _answers.Enqueue((where, text, mayShow));
        if (text.Contains("\"isError\":true", StringComparison.Ordinal) || text.Contains("\"error\":", StringComparison.Ordinal))
            Saw("an error of " + where, text);
    }

    /// <summary>What was found in words and answers, each with where it was.</summary>
    public IEnumerable<string> InWords() =>
    [
        .. Log.Lines.Select(line => ("the log", line)).Concat(_seen).SelectMany(seen => Find(seen.Item1, seen.Item2, canaries)),
        .. _answers.SelectMany(answer => Find(answer.Where, answer.Text, [.. canaries.Except(answer.MayShow)])),
    ];

    /// <summary>What was found in the files of a folder.</summary>
    public IEnumerable<string> InFiles(string folder, string masterKeyFile)
    {
        var masterKey = File.Exists(masterKeyFile) ? Read(masterKeyFile).Trim() : null;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = Read(file);
            foreach (var finding in Find(file, bytes, canaries))
                yield return finding;
            if (masterKey is not null && (bytes.Contains(masterKey, StringComparison.Ordinal) || bytes.Contains(Raw(masterKey), StringComparison.Ordinal)))
                yield return $"{file}: the master key";
        }
    }

    private IEnumerable<string> Find(string where, string text, IReadOnlyList<string> words)
    {
        foreach (var word in words.Append(clientSecret).Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            yield return $"{where}: {word}";
        foreach (Match match in Tokens().Matches(text))
            yield return $"{where}: {match.Value[..8]}... in {text[Math.Max(0, match.Index - 80)..match.Index]}";
    }

    /// <summary>Bytes as characters, so that text is found in a database too.</summary>
    private static string Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd();
        }
        catch (FileNotFoundException)
        {
            // The write-ahead log went while the folder was read.
            return "";
        }
    }

    private static string Raw(string base64) => Encoding.Latin1.GetString(Convert.FromBase64String(base64));

    /// <summary>With the sandbox's whole beginnings: in what is sealed and written as base64 the first three characters come by chance.</summary>
    [GeneratedRegex(@"ya29\.[\w-]{20,}|1//0gCgYIARAAGBASNwF[\w-]{20,}|4/0AeanS0[\w-]{40,}|asst_[\w-]{40,}")]
    private static partial Regex Tokens();
}
