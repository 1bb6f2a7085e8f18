using System.Text;

namespace Assistant.Tools.Compose.Mime;

/// <summary>Lists of addresses as people and header fields write them: names, quotes, comments, groups.</summary>
internal static class MailAddresses
{
    /// <summary>Every address of the list, checked.</summary>
    /// <exception cref="MailFormatException">One is no address; nothing is left out silently.</exception>
    public static IReadOnlyList<MailAddress> Parse(string field, string list) =>
        [.. Items(FieldGuard.Check(field, list)).Select(item => MailAddress.Create(field, item.Name, item.Address))];

    /// <summary>The addresses of a header field that somebody else wrote; what cannot be read is passed over.</summary>
    public static IReadOnlyList<MailAddress> Read(string? header)
    {
        var found = new List<MailAddress>();
        foreach (var (name, address) in Items(header ?? ""))
        {
            try
            {
                found.Add(MailAddress.Create("", new string([.. name.Where(c => !char.IsControl(c))]), address));
            }
            catch (MailFormatException)
            {
                // Undisclosed recipients, for one.
            }
        }

        return found;
    }

    private static List<(string Name, string Address)> Items(string list)
    {
        var items = new List<(string, string)>();
        var (text, angle, comment) = (new StringBuilder(), (string?)null, new StringBuilder());
        for (var i = 0; i < list.Length; i++)
        {
            switch (list[i])
            {
                case '"':
                    i = Quoted(list, i, text);
                    break;
                case '(':
                    i = Comment(list, i, comment);
                    break;
                case '<':
                    var close = Closing(list, i + 1);
                    // Two addresses without a comma between them: which one is meant is not ours to guess.
                    angle = angle is null ? list[(i + 1)..close].Trim() : $"{angle}> <{list[(i + 1)..close]}";
                    i = close;
                    break;
                case ':' when angle is null:
                    // The name of a group is nobody's.
                    Clear();
                    break;
                case ',' or ';':
                    Flush();
                    break;
                default:
                    text.Append(list[i]);
                    break;
            }
        }

        Flush();
        return items;

        void Flush()
        {
            var words = text.ToString().Trim();
            if (angle is not null)
                items.Add((Unquoted(words), angle));
            else if (words.Length > 0)
                items.Add((EncodedWord.Decode(comment.ToString().Trim()), words));
            Clear();
        }

        void Clear()
        {
            text.Clear();
            comment.Clear();
            angle = null;
        }
    }

    /// <summary>A quoted string is kept with its quotes until it is known whether it is a name or a local part.</summary>
    private static int Quoted(string list, int start, StringBuilder text)
    {
        text.Append('"');
        for (var i = start + 1; i < list.Length; i++)
        {
            if (list[i] == '\\' && i + 1 < list.Length)
            {
                text.Append(list[i]).Append(list[++i]);
                continue;
            }

            text.Append(list[i]);
            if (list[i] == '"')
                return i;
        }

        return list.Length;
    }

    private static int Comment(string list, int start, StringBuilder comment)
    {
        var depth = 0;
        for (var i = start; i < list.Length; i++)
        {
            if (list[i] == '\\' && i + 1 < list.Length)
            {
                comment.Append(list[++i]);
                continue;
            }

            if (list[i] == '(' && depth++ == 0)
                continue;
            if (list[i] == ')' && --depth == 0)
                return i;
            comment.Append(list[i]);
        }

        return list.Length;
    }

    private static int Closing(string list, int start)
    {
        var quoted = false;
        for (var i = start; i < list.Length; i++)
        {
            if (list[i] == '\\' && quoted)
                i++;
            else if (list[i] == '"')
                quoted = !quoted;
            else if (list[i] == '>' && !quoted)
                return i;
        }

        return list.Length;
    }

    private static string Unquoted(string words)
    {
        if (!words.Contains('"', StringComparison.Ordinal))
            return EncodedWord.Decode(words);
        var result = new StringBuilder();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == '\\' && i + 1 < words.Length)
                result.Append(words[++i]);
            else if (words[i] != '"')
                result.Append(words[i]);
        }

        // Encoded words in quotes are not allowed, and common.
        return EncodedWord.Decode(result.ToString());
    }
}
