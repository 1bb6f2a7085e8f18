using System.Globalization;
using System.Text;

namespace Assistant.Tools.Compose.Mime;

/// <summary>A field such as <c>text/plain; charset=utf-8</c>, with continued and encoded parameters (RFC 2231) and the wrong forms that are common.</summary>
internal static class FieldParameters
{
    public static (string Value, IReadOnlyDictionary<string, string> Parameters) Read(string? field)
    {
        var pieces = Split(field ?? "");
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var continued = new Dictionary<string, SortedDictionary<int, (string Value, bool Encoded)>>(StringComparer.Ordinal);
        foreach (var piece in pieces.Skip(1))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                continue;
            var name = piece[..equals].Trim().ToLowerInvariant();
            var value = Unquoted(piece[(equals + 1)..].Trim());
            var star = name.IndexOf('*', StringComparison.Ordinal);
            if (star < 0)
            {
                found.TryAdd(name, EncodedWord.Decode(value));
                continue;
            }

            var encoded = name[^1] == '*';
            var number = name[(star + 1)..].TrimEnd('*');
            if (!continued.TryGetValue(name[..star], out var sections))
                continued[name[..star]] = sections = [];
            if (number.Length == 0 || int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                sections.TryAdd(number.Length == 0 ? 0 : int.Parse(number, CultureInfo.InvariantCulture), (value, encoded));
        }

        foreach (var (name, sections) in continued)
            found[name] = Join(sections);
        return (pieces[0].Trim().ToLowerInvariant(), found);
    }

    private static string Join(SortedDictionary<int, (string Value, bool Encoded)> sections)
    {
        var bytes = new List<byte>();
        string? charset = null;
        foreach (var (number, (value, encoded)) in sections)
        {
            var text = value;
            if (number == 0 && encoded && text.Split('\'') is [var declared, _, ..] parts && parts.Length >= 3)
            {
                charset = declared;
                text = string.Join('\'', parts.Skip(2));
            }

            bytes.AddRange(encoded ? Percent(text) : Encoding.UTF8.GetBytes(text));
        }

        return MailCharsets.Decode([.. bytes], charset);
    }

    private static List<byte> Percent(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
        }

        return bytes;
    }

    private static List<string> Split(string field)
    {
        var (pieces, piece, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] == '\\' && quoted && i + 1 < field.Length)
            {
                piece.Append(field[i]).Append(field[++i]);
                continue;
            }

            if (field[i] == '"')
                quoted = !quoted;
            if (field[i] == ';' && !quoted)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            else
                piece.Append(field[i]);
        }

        pieces.Add(piece.ToString());
        return pieces;
    }

    private static string Unquoted(string value)
    {
        if (value.Length < 2 || value[0] != '"')
            return value;
        var result = new StringBuilder();
        for (var i = 1; i < value.Length && value[i] != '"'; i++)
            result.Append(value[i] == '\\' && i + 1 < value.Length ? value[++i] : value[i]);
        return result.ToString();
    }
}
