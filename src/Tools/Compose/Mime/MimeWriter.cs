using System.Security.Cryptography;
using System.Text;

namespace Assistant.Tools.Compose.Mime;

/// <summary>
/// Writes a mail as RFC 5322 and RFC 2045-2049, 2047 and 2231 want it: ASCII with CRLF line ends, only the multiparts that are needed,
/// files streamed. Nothing that could end a header field is ever let through.
/// </summary>
internal static class MimeWriter
{
    /// <exception cref="MailFormatException">Something in it cannot stand in a mail; what was written until then is no mail.</exception>
    public static async Task WriteAsync(OutgoingMail mail, Stream target, CancellationToken cancellationToken)
    {
        var header = new HeaderWriter()
            .Addresses("From", [mail.From])
            .Addresses("Reply-To", mail.ReplyTo)
            .Addresses("To", mail.To)
            .Addresses("Cc", mail.Cc)
            .Addresses("Bcc", mail.Bcc)
            .Unstructured("Subject", mail.Subject)
            .Date(mail.Date)
            .MessageIds("Message-ID", [mail.MessageId])
            .MessageIds("In-Reply-To", mail.InReplyTo is { } parent ? [parent] : [])
            .MessageIds("References", mail.References)
            .Raw("MIME-Version", "1.0");
        await WriteAsync(target, header.ToString(), cancellationToken);
        await PartAsync(Body(mail), target, cancellationToken);
    }

    private static Part Body(OutgoingMail mail)
    {
        Part body = new TextPart("plain", mail.Text);
        if (mail.Html is { } html)
        {
            Part rich = new TextPart("html", html);
            if (mail.Inline.Count > 0)
                rich = new Container("related", [rich, .. mail.Inline.Select(file => new FilePart(file, "inline"))]);
            body = new Container("alternative", [body, rich]);
        }

        return mail.Attachments.Count > 0 ? new Container("mixed", [body, .. mail.Attachments.Select(file => new FilePart(file, "attachment"))]) : body;
    }

    private static Task PartAsync(Part part, Stream target, CancellationToken cancellationToken) => part switch
    {
        TextPart text => TextAsync(text, target, cancellationToken),
        FilePart file => FileAsync(file, target, cancellationToken),
        _ => ContainerAsync((Container)part, target, cancellationToken),
    };

    private static async Task ContainerAsync(Container container, Stream target, CancellationToken cancellationToken)
    {
        // "=_" cannot occur in quoted-printable or base64, and nobody can guess the rest.
        var boundary = "=_" + RandomNumberGenerator.GetHexString(32, lowercase: true);
        (string, string)[] related = container.Kind == "related" ? [("type", "text/html")] : [];
        await WriteAsync(target, new HeaderWriter().Parameters("Content-Type", "multipart/" + container.Kind, [("boundary", boundary), .. related]) + "\r\n", cancellationToken);
        foreach (var child in container.Children)
        {
            await WriteAsync(target, $"--{boundary}\r\n", cancellationToken);
            await PartAsync(child, target, cancellationToken);
            await WriteAsync(target, "\r\n", cancellationToken);
        }

        await WriteAsync(target, $"--{boundary}--\r\n", cancellationToken);
    }

    private static async Task TextAsync(TextPart part, Stream target, CancellationToken cancellationToken)
    {
        var (encoding, text) = BodyEncoder.Text(part.Text);
        var header = new HeaderWriter().Parameters("Content-Type", "text/" + part.Kind, ("charset", "utf-8")).Raw("Content-Transfer-Encoding", encoding);
        await WriteAsync(target, $"{header}\r\n{text}", cancellationToken);
    }

    private static async Task FileAsync(FilePart part, Stream target, CancellationToken cancellationToken)
    {
        var file = part.File;
        var name = FileName(file.Name);
        var type = MediaType(file.Type);
        var header = new HeaderWriter().Parameters("Content-Type", type, ("name", name)).Parameters("Content-Disposition", part.Disposition, ("filename", name));
        if (file.ContentId is { } id)
            header.MessageIds("Content-ID", [id]);
        await using var content = await file.OpenAsync(cancellationToken);
        if (type == "message/rfc822")
        {
            // RFC 2046 §5.2.1 lets an attached message have no encoding but its own.
            await WriteAsync(target, header.Raw("Content-Transfer-Encoding", "8bit") + "\r\n", cancellationToken);
            await content.CopyToAsync(target, cancellationToken);
            return;
        }

        await WriteAsync(target, header.Raw("Content-Transfer-Encoding", "base64") + "\r\n", cancellationToken);
        await BodyEncoder.Base64Async(content, target, cancellationToken);
    }

    /// <exception cref="MailFormatException">It is a path, or cannot stand in a header.</exception>
    private static string FileName(string name)
    {
        FieldGuard.Check("The name of an attachment", name);
        return name.Trim() is { Length: > 0 } trimmed && !trimmed.AsSpan().ContainsAny('/', '\\')
            ? trimmed
            : throw new MailFormatException("The name of an attachment must be a file name without a path, such as report.pdf.");
    }

    private static string MediaType(string type)
    {
        var halves = type.Split('/');
        return halves.Length == 2 && halves.All(half => half.Length is > 0 and <= 100 && half.All(c => char.IsAsciiLetterOrDigit(c) || "!#$&-^_.+".Contains(c, StringComparison.Ordinal)))
            ? type.ToLowerInvariant()
            : throw new MailFormatException("The type of an attachment must be a media type such as application/pdf.");
    }

    private static Task WriteAsync(Stream target, string text, CancellationToken cancellationToken) =>
        target.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken).AsTask();

    private abstract record Part;

    private sealed record TextPart(string Kind, string Text) : Part;

    private sealed record FilePart(MailFile File, string Disposition) : Part;

    private sealed record Container(string Kind, IReadOnlyList<Part> Children) : Part;
}
