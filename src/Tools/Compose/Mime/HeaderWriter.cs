using System.Buffers;
using System.Globalization;
using System.Text;

namespace Assistant.Tools.Compose.Mime;

/// <summary>Header fields in ASCII, folded at 78 characters where a fold is allowed and never beyond 998 (RFC 5322 §2.1.1, §2.2.3).</summary>
internal sealed class HeaderWriter
{
    private const int Wanted = 78;
    private const int LongestLine = 998;
    private static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;@\\,.\"");

    private readonly StringBuilder _text = new();

    public HeaderWriter Unstructured(string name, string value)
    {
        FieldGuard.Check(name, value);
        return IsPlain(value, LongestLine - name.Length - 2)
            ? Field(name, Plain(value))
            : Field(name, EncodedWord.Encode(value));
    }

    public HeaderWriter Addresses(string name, IReadOnlyList<MailAddress> addresses)
    {
        if (addresses.Count == 0)
            return this;
        var pieces = new List<string>();
        for (var i = 0; i < addresses.Count; i++)
        {
            var words = Address(name, addresses[i]);
            if (i < addresses.Count - 1)
                words[^1] += ",";
            pieces.AddRange(words);
        }

        return Field(name, pieces);
    }

    public HeaderWriter MessageIds(string name, IEnumerable<string> ids)
    {
        var checkedIds = ids.Select(id => $"<{CheckId(name, id)}>").ToList();
        return checkedIds.Count == 0 ? this : Field(name, checkedIds);
    }

    public HeaderWriter Date(DateTimeOffset date)
    {
        var zone = date.Offset;
        var offset = $"{(zone < TimeSpan.Zero ? '-' : '+')}{Math.Abs(zone.Hours):00}{Math.Abs(zone.Minutes):00}";
        return Raw("Date", date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + offset);
    }

    /// <summary>A value that is known to be ASCII and short.</summary>
    public HeaderWriter Raw(string name, string value) => Field(name, [value]);

    /// <summary>A value with parameters (RFC 2045 §5.1, RFC 2231).</summary>
    public HeaderWriter Parameters(string name, string value, params IEnumerable<(string Name, string Value)> parameters)
    {
        FieldGuard.Check(name, value);
        var pieces = new List<string> { value };
        foreach (var (parameter, text) in parameters)
        {
            pieces[^1] += ";";
            pieces.AddRange(Parameter(name, parameter, text));
        }

        return Field(name, pieces);
    }

    public override string ToString() => _text.ToString();

    /// <exception cref="MailFormatException">It is no Message-ID.</exception>
    public static string CheckId(string field, string id) =>
        FieldGuard.Check(field, id).Length is > 0 and < 900 && id.All(c => c is > ' ' and < (char)127 and not ('<' or '>')) ? id : throw new MailFormatException($"{field} has something that is no Message-ID.");

    private static List<string> Address(string field, MailAddress address)
    {
        var checkedAddress = MailAddress.Create(field, address.Name, address.Address);
        // A quoted local part alone is taken for a name by more than one reader: in angle brackets it is none.
        if (checkedAddress.Name.Length == 0)
            return [checkedAddress.Address[0] == '"' ? $"<{checkedAddress.Address}>" : checkedAddress.Address];
        var words = Phrase(checkedAddress.Name);
        words.Add($"<{checkedAddress.Address}>");
        return words;
    }

    /// <summary>A display name: as it is, in quotes, or encoded.</summary>
    private static List<string> Phrase(string name)
    {
        if (!IsPlain(name, 200) || name.Contains("  ", StringComparison.Ordinal))
            return [.. EncodedWord.Encode(name)];
        return name.AsSpan().ContainsAny(Specials) ? [$"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""] : [.. name.Split(' ')];
    }

    /// <summary>Printable ASCII that reads back the same: no encoded word in it, no white space at its ends that folding could lose.</summary>
    private static bool IsPlain(string value, int longestWord) =>
        value.All(c => c is >= ' ' and < (char)127) && !value.Contains("=?", StringComparison.Ordinal)
        && value == value.Trim(' ') && value.Split(' ').All(word => word.Length < longestWord) && !value.Contains("  ", StringComparison.Ordinal);

    private static string[] Plain(string value) => value.Length == 0 ? [""] : value.Split(' ');

    private static IEnumerable<string> Parameter(string field, string name, string value)
    {
        FieldGuard.Check($"{field} {name}", value);
        if (value.All(c => c is >= ' ' and < (char)127) && value.Length < 60 && !value.Contains("=?", StringComparison.Ordinal))
        {
            yield return value.All(IsToken) && value.Length > 0
                ? $"{name}={value}"
                : $"{name}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
            yield break;
        }

        var encoded = Percent(value).ToList();
        var room = Wanted - name.Length - "*00*=utf-8'';".Length;
        if (encoded.Sum(piece => piece.Length) <= room)
        {
            yield return $"{name}*=utf-8''{string.Concat(encoded)}";
            yield break;
        }

        var (section, number) = (new StringBuilder(), 0);
        foreach (var piece in encoded.Append(""))
        {
            if (piece.Length == 0 || section.Length + piece.Length > room)
            {
                var last = piece.Length == 0;
                yield return $"{name}*{number.ToString(CultureInfo.InvariantCulture)}*={(number == 0 ? "utf-8''" : "")}{section}{(last ? "" : ";")}";
                section.Clear();
                number++;
            }

            section.Append(piece);
        }
    }

    /// <summary>Percent-encoded, a character at a time (RFC 2231 §4).</summary>
    private static IEnumerable<string> Percent(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            yield return rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '.' or '_' or '-'
                ? rune.ToString()
                : string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(value => $"%{value:X2}"));
        }
    }

    private static bool IsToken(char c) => char.IsAsciiLetterOrDigit(c) || "!#$&+-.^_`{|}~".Contains(c, StringComparison.Ordinal);

    private HeaderWriter Field(string name, IReadOnlyList<string> pieces)
    {
        _text.Append(name).Append(':');
        var column = name.Length + 1;
        foreach (var piece in pieces)
        {
            var fold = column + 1 + piece.Length > Wanted && column > name.Length + 1;
            _text.Append(fold ? "\r\n " : " ").Append(piece);
            column = (fold ? 0 : column) + 1 + piece.Length;
        }

        _text.Append("\r\n");
        return this;
    }
}
