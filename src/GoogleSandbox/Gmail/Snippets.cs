using System.Text;
using System.Text.RegularExpressions;
using Assistant.GoogleSandbox.Gmail.Mime;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>The short text that Gmail shows of a message: its first words, HTML-escaped.</summary>
internal static partial class Snippets
{
    private const int Length = 200;

    public static string Of(MimePart root) => Escape(Cut(BodyText.Of(root)));

    // Letters stay letters, unlike in WebUtility.HtmlEncode.
    private static string Escape(string text) => new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;")
        .ToString();

    private static string Cut(string text)
    {
        var words = Space().Replace(text, " ").Trim();
        if (words.Length <= Length)
            return words;
        var end = words.LastIndexOf(' ', Length);
        return words[..(end > 0 ? end : Length)];
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
