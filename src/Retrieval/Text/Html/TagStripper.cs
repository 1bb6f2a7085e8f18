using System.Net;
using System.Text;

namespace Assistant.Retrieval.Text.Html;

/// <param name="Text">Lines of text.</param>
/// <param name="HiddenCharacters">Of elements whose own style or attribute hides them, and of comments.</param>
/// <param name="InvisibleCharacters">Removed after entities were decoded.</param>
internal readonly record struct StrippedText(string Text, int HiddenCharacters, int InvisibleCharacters);

/// <summary>Text out of HTML that the parser cannot read in time: one pass, every character looked at once, no tree.</summary>
internal static class TagStripper
{
    public static StrippedText Strip(string html, CancellationToken cancellationToken)
    {
        var (shown, hidden) = (new StringBuilder(html.Length), new StringBuilder());
        // The name of the hidden element and how many of that name are open inside it.
        var (skipped, depth) = ("", 0);
        var rest = html.AsSpan();
        while (!rest.IsEmpty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var open = rest.IndexOf('<');
            var text = open < 0 ? rest : rest[..open];
            (depth > 0 ? hidden : shown).Append(text);
            if (open < 0)
                break;
            rest = rest[open..];
            if (rest.StartsWith("<!--"))
            {
                var end = rest.IndexOf("-->");
                hidden.Append(end < 0 ? rest : rest[4..end]);
                rest = end < 0 ? [] : rest[(end + 3)..];
                continue;
            }

            if (rest.Length < 2 || !(char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?'))
            {
                (depth > 0 ? hidden : shown).Append('<');
                rest = rest[1..];
                continue;
            }

            var close = rest.IndexOf('>');
            var tag = close < 0 ? rest : rest[1..close];
            rest = close < 0 ? [] : rest[(close + 1)..];
            var name = Name(tag).ToString().ToLowerInvariant();
            if (name is "script" or "style" or "title")
            {
                rest = After(rest, name);
            }
            else if (depth > 0)
            {
                depth += name == skipped ? 1 : name.Length > 0 && name[0] == '/' && name.AsSpan(1).SequenceEqual(skipped) ? -1 : 0;
            }
            else if (IsBreak(name))
            {
                shown.Append('\n');
            }

            if (depth == 0 && char.IsAsciiLetter(name.FirstOrDefault()) && IsHiding(tag) && !tag.EndsWith("/") && name is not ("img" or "br" or "input" or "hr"))
                (skipped, depth) = (name, 1);
        }

        var clean = InvisibleCharacters.Remove(WebUtility.HtmlDecode(shown.ToString()));
        return new(Lines(clean.Text), WebUtility.HtmlDecode(hidden.ToString()).Length, clean.Removed);
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(" \t\r\n");
        return end < 0 ? tag.TrimEnd('/') : tag[..end];
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> rest, string name)
    {
        var end = rest.IndexOf("</" + name, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? [] : rest[end..];
    }

    private static bool IsBreak(string name) =>
        name.TrimStart('/') is "p" or "div" or "br" or "br/" or "tr" or "li" or "table" or "ul" or "ol" or "h1" or "h2" or "h3" or "h4" or "blockquote" or "hr" or "pre";

    private static bool IsHiding(ReadOnlySpan<char> tag)
    {
        if (tag.IndexOf(" hidden", StringComparison.OrdinalIgnoreCase) is var at && at >= 0 && (at + 7 == tag.Length || tag[at + 7] is ' ' or '='))
            return true;
        var style = tag.IndexOf("style=", StringComparison.OrdinalIgnoreCase);
        if (style < 0 || style + 7 > tag.Length)
            return false;
        var value = tag[(style + 6)..];
        var end = value[1..].IndexOf(value[0]);
        var declarations = Declarations.Parse(WebUtility.HtmlDecode((end < 0 ? value[1..] : value.Slice(1, end)).ToString()));
        return Look.Page.Styled(declarations).IsHidden;
    }

    private static string Lines(string text)
    {
        var output = new StringBuilder(text.Length);
        var empty = true;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty && empty)
                continue;
            empty = line.IsEmpty;
            output.Append(line).Append('\n');
        }

        return output.ToString().Trim();
    }
}
