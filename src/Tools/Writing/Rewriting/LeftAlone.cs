using System.Text.RegularExpressions;

namespace Assistant.Tools.Writing.Rewriting;

/// <summary>
/// What rules must not touch in a text: code, quoted mail, signatures, links, addresses and names of files. Each is one character of the private use area while the rest is rewritten.
/// </summary>
internal static partial class LeftAlone
{
    private const char FirstMark = '\uE000';
    private const int Most = 6_400;

    /// <param name="text">Line ends are \n.</param>
    /// <param name="rewrite">May leave out marks and move them, and adds none.</param>
    public static string Around(string text, Func<string, string> rewrite)
    {
        var pieces = new List<string>();
        var marked = Piece().Replace(text, match =>
        {
            // What ends a sentence is not part of a link.
            var kept = match.Groups["word"].Success ? match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')') : match.Value;
            if (match.Groups["word"].Success && !Address().IsMatch(kept))
                return match.Value;
            pieces.Add(kept);
            return (char)(FirstMark + Math.Min(pieces.Count, Most) - 1) + match.Value[kept.Length..];
        });
        // More than there are marks: nobody writes that in a mail.
        return pieces.Count > Most ? text : Mark().Replace(rewrite(marked), match => pieces[match.Value[0] - FirstMark]);
    }

    public static bool IsMark(char letter) => letter is >= FirstMark and < (char)(FirstMark + Most);

    /// <summary>Fenced code, the quote of a whole mail, the signature, quoted lines with the line above that says whose, indented and inline code, marks that the text has itself, words.</summary>
    [GeneratedRegex(
        @"^```[^\n]*\n[\s\S]*?(?:^```[ \t]*$|\z)|^-{3,}[ \t]*\p{L}[^\n]{0,60}-{3,}[ \t]*\n[\s\S]*|^-- ?\n[\s\S]*|(?:^[^\n]{1,200}:[ \t]*\n\n?)?^[ \t]*>[^\n]*(?:\n[ \t]*>[^\n]*)*|^(?:[ ]{4}|\t)[^\n]+|`[^`\n]+`|[\uE000-\uF8FF]|(?<word>[^\s`\uE000-\uF8FF]+)",
        RegexOptions.Multiline)]
    private static partial Regex Piece();

    [GeneratedRegex(@"[@/\\]|^www\.|[\p{L}\d-]\.\p{L}[\p{L}\d]")]
    private static partial Regex Address();

    [GeneratedRegex(@"[\uE000-\uF8FF]")]
    private static partial Regex Mark();
}
