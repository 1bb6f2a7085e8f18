using System.Text;

namespace Assistant.GoogleSandbox.Gmail.Mime;

/// <summary>The addresses in a header such as To (RFC 5322 §3.4), names, comments and groups left aside.</summary>
internal static class AddressList
{
    /// <returns>Bare addresses in lower case, or null where the header cannot be read.</returns>
    public static IReadOnlyList<string>? Read(string header)
    {
        var addresses = new List<string>();
        foreach (var item in Items(header))
        {
            var open = item.LastIndexOf('<');
            var close = item.LastIndexOf('>');
            if (open >= 0 != close > open)
                return null;
            var address = (open < 0 ? item : item[(open + 1)..close]).Trim().ToLowerInvariant();
            if (!IsAddress(address))
                return null;
            addresses.Add(address);
        }
        return addresses;
    }

    private static bool IsAddress(string text)
        => text.LastIndexOf('@') is > 0 and var at && at < text.Length - 1 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) && !text[(at + 1)..].Contains("..", StringComparison.Ordinal);

    /// <summary>Splits at the commas that are neither quoted nor in a comment, and opens groups.</summary>
    private static List<string> Items(string header)
    {
        var items = new List<string>();
        var item = new StringBuilder();
        var (quoted, depth, angle) = (false, 0, false);
        for (var i = 0; i < header.Length; i++)
        {
            var c = header[i];
            if (c == '\\' && (quoted || depth > 0) && i + 1 < header.Length)
            {
                if (depth == 0)
                    item.Append(c).Append(header[i + 1]);
                i++;
                continue;
            }
            if (c == '"' && depth == 0)
                quoted = !quoted;
            else if (!quoted && c == '(')
                depth++;
            else if (!quoted && c == ')' && depth > 0)
            {
                depth--;
                continue;
            }
            if (depth > 0)
                continue;
            if (!quoted && c is '<' or '>')
                angle = c == '<';
            if (quoted || angle || c is not (',' or ';' or ':'))
                item.Append(c);
            else
                Flush(keep: c != ':');
        }
        Flush(keep: true);
        return items;

        void Flush(bool keep)
        {
            if (keep && item.ToString().Trim() is { Length: > 0 } text)
                items.Add(text);
            item.Clear();
        }
    }
}
