using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.GoogleSandbox.Tests.World;

/// <summary>A strict little reader of RFC 5322 and 2045, independent of the product's writer and parser.</summary>
internal sealed record ParsedMail(IReadOnlyDictionary<string, string> Headers, IReadOnlyList<ParsedMail> Parts, string? Text)
{
    public string this[string header] => Headers[header];

    public IEnumerable<ParsedMail> Leaves => Parts.Count == 0 ? [this] : Parts.SelectMany(part => part.Leaves);

    public static ParsedMail Read(byte[] message)
    {
        var text = Encoding.ASCII.GetString(message);
        Assert.Equal(message.Length, text.Length);
        Assert.DoesNotContain(message, octet => octet > 126);
        Assert.Equal(0, Regex.Count(text, "(?<!\r)\n|\r(?!\n)"));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        return ReadPart(text);
    }

    private static ParsedMail ReadPart(string text)
    {
        var split = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Assert.True(split > 0, "A part has no body.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Regex.Replace(text[..split], "\r\n([ \t])", "$1").Split("\r\n"))
        {
            var field = Regex.Match(line, "^([!-9;-~]+): ?(.*)$");
            Assert.True(field.Success, line);
            Assert.True(headers.TryAdd(field.Groups[1].Value, field.Groups[2].Value), $"{field.Groups[1].Value} comes twice.");
        }

        var body = text[(split + 4)..];
        var type = headers["Content-Type"];
        if (type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            var boundary = "--" + Regex.Match(type, "boundary=\"(.+?)\"").Groups[1].Value;
            var end = body.IndexOf(boundary + "--\r\n", StringComparison.Ordinal);
            Assert.True(end >= 0, "A multipart does not end.");
            var parts = body[..end].Split(boundary + "\r\n");
            Assert.True(parts.Length > 1, "A multipart is empty.");
            return new ParsedMail(headers, [.. parts.Skip(1).Select(ReadPart)], null);
        }

        return new ParsedMail(headers, [], Decode(headers["Content-Transfer-Encoding"], body, type));
    }

    private static string? Decode(string transfer, string body, string type)
    {
        var bytes = transfer switch
        {
            "base64" => Convert.FromBase64String(body),
            "quoted-printable" => [.. QuotedPrintable(body)],
            "7bit" => Encoding.ASCII.GetBytes(body),
            _ => throw new InvalidDataException(transfer),
        };
        var charset = Regex.Match(type, "^text/.*charset=\"?([\\w-]+)").Groups[1].Value;
        if (charset.Length == 0)
            return null;
        return charset == "utf-8"
            ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes)
            : (CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset)).GetString(bytes);
    }

    private static IEnumerable<byte> QuotedPrintable(string body)
    {
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
                yield return (byte)body[i];
            else if (body[i + 1] == '\r')
                i += 2;
            else
            {
                yield return Convert.ToByte(body.Substring(i + 1, 2), 16);
                i += 2;
            }
        }
    }
}
