using System.Globalization;
using System.Text;

namespace Assistant.GoogleSandbox.World.Mime;

/// <summary>A part of a message, able to write its headers and its body.</summary>
internal abstract record MimePart
{
    public abstract void Write(StringBuilder to, string boundary);

    public static string Base64(byte[] content) =>
        string.Concat(Convert.ToBase64String(content).Chunk(76).Select(line => new string(line) + "\r\n"));
}

internal enum Transfer
{
    SevenBit,
    QuotedPrintable,
    Base64,
}

/// <summary>Text in a charset; characters that it lacks move the part to UTF-8.</summary>
internal sealed record TextPart(string Subtype, string Text, string Charset = Charset.Utf8, Transfer Transfer = Transfer.QuotedPrintable,
    string Parameters = "")
    : MimePart
{
    public override void Write(StringBuilder to, string boundary)
    {
        var text = Text.ReplaceLineEndings("\r\n");
        var charset = Mime.Charset.Fitting(Charset, text);
        var bytes = Mime.Charset.Find(charset).GetBytes(text);
        to.Append(CultureInfo.InvariantCulture, $"Content-Type: text/{Subtype}; charset={charset}{Parameters}\r\n");
        to.Append(Transfer switch
        {
            Transfer.SevenBit => $"Content-Transfer-Encoding: 7bit\r\n\r\n{Encoding.ASCII.GetString(bytes)}",
            Transfer.Base64 => $"Content-Transfer-Encoding: base64\r\n\r\n{Base64(bytes)}",
            _ => $"Content-Transfer-Encoding: quoted-printable\r\n\r\n{QuotedPrintable.Encode(bytes)}",
        });
        to.Append("\r\n");
    }
}

/// <summary>A file, or a picture that HTML refers to by content id.</summary>
internal sealed record FilePart(string MediaType, string Name, byte[] Content, string? ContentId = null) : MimePart
{
    public override void Write(StringBuilder to, string boundary)
    {
        var name = Ascii.IsValid(Name) ? $"filename=\"{Name}\"" : $"filename*=UTF-8''{Uri.EscapeDataString(Name)}";
        to.Append(CultureInfo.InvariantCulture, $"Content-Type: {MediaType}\r\n"
            + $"Content-Disposition: {(ContentId is null ? "attachment" : "inline")};\r\n {name}\r\n");
        if (ContentId is not null)
            to.Append(CultureInfo.InvariantCulture, $"Content-ID: <{ContentId}>\r\n");
        to.Append(CultureInfo.InvariantCulture, $"Content-Transfer-Encoding: base64\r\n\r\n{Base64(Content)}");
    }
}

internal sealed record Multipart(string Subtype, params IReadOnlyList<MimePart> Parts) : MimePart
{
    public override void Write(StringBuilder to, string boundary)
    {
        to.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/{Subtype}; boundary=\"{boundary}\"\r\n\r\n");
        for (var i = 0; i < Parts.Count; i++)
        {
            to.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n");
            Parts[i].Write(to, $"{boundary}.{i}");
        }

        to.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
    }
}
