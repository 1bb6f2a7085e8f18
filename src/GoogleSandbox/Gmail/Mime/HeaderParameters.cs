using System.Globalization;
using System.Text;

namespace Assistant.GoogleSandbox.Gmail.Mime;

/// <summary>A header value with parameters: <c>text/plain; charset=utf-8; name*0*=utf-8''a%20; name*1=b</c> (RFC 2045 §5.1, RFC 2231).</summary>
internal sealed class HeaderParameters
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    public HeaderParameters(string header)
    {
        var pieces = Split(header);
        Value = pieces[0].Trim().ToLowerInvariant();
        foreach (var piece in pieces.Skip(1))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                _parameters.TryAdd(piece[..equals].Trim(), Unquote(piece[(equals + 1)..].Trim()));
        }
    }

    public string Value { get; }

    /// <summary>The parameter, put together from its continuations and decoded; null where it is missing.</summary>
    public string? this[string name]
    {
        get
        {
            if (_parameters.TryGetValue(name, out var plain))
                return EncodedWords.Decode(plain);
            if (_parameters.TryGetValue(name + "*", out var extended))
                return Extended([(extended, true)]);
            List<(string Text, bool Encoded)> pieces = [];
            for (var i = 0; ; i++)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{name}*{i}");
                if (_parameters.TryGetValue(key, out var literal))
                    pieces.Add((literal, false));
                else if (_parameters.TryGetValue(key + "*", out var encoded))
                    pieces.Add((encoded, true));
                else
                    break;
            }
            return pieces.Count == 0 ? null : Extended(pieces);
        }
    }

    private static string Extended(List<(string Text, bool Encoded)> pieces)
    {
        var charset = "utf-8";
        var bytes = new List<byte>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var (text, encoded) = pieces[i];
            // Only the first piece says charset'language'.
            if (i == 0 && encoded && text.Split('\'', 3) is [var named, _, var rest])
                (charset, text) = (named, rest);
            bytes.AddRange(encoded ? Unescape(text) : Encoding.UTF8.GetBytes(text));
        }
        return Charsets.Decode([.. bytes], charset);
    }

    private static byte[] Unescape(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%'
                && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var octet))
            {
                bytes.Add(octet);
                i += 2;
            }
            else
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
        }
        return [.. bytes];
    }

    private static List<string> Split(string header)
    {
        var pieces = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i < header.Length; i++)
        {
            if (quoted && header[i] == '\\')
                i++;
            else if (header[i] == '"')
                quoted = !quoted;
            else if (header[i] == ';' && !quoted)
            {
                pieces.Add(header[start..i]);
                start = i + 1;
            }
        }
        pieces.Add(header[start..]);
        return pieces;
    }

    private static string Unquote(string value)
    {
        if (value.Length < 2 || value[0] != '"' || value[^1] != '"')
            return value;
        var text = new StringBuilder();
        for (var i = 1; i < value.Length - 1; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length - 1)
                i++;
            text.Append(value[i]);
        }
        return text.ToString();
    }
}
