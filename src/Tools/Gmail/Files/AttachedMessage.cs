using System.Text;
using Assistant.Retrieval.Text;
using Assistant.Tools.Compose.Mime;

namespace Assistant.Tools.Gmail.Files;

/// <summary>An attached message (message/rfc822) as a mail is shown.</summary>
internal static class AttachedMessage
{
    private static readonly string[] Fields = ["From", "To", "Cc", "Date", "Subject"];

    public static string Of(byte[] content, TimeProvider time, CancellationToken cancellationToken)
    {
        var message = MimeReader.Read(content);
        var text = new StringBuilder();
        foreach (var name in Fields)
        {
            if (InvisibleCharacters.Remove(message.Header(name)).Text is { Length: > 0 } value)
                text.Append(name).Append(": ").Append(value).Append('\n');
        }

        var parts = message.SelfAndDescendants().Where(part => part.Children.Count == 0).ToList();
        foreach (var file in parts.Where(part => part.IsAttachment))
            text.Append("Attachment: ").Append(file.FileName).Append(" (").Append(file.Type).Append(", ").Append(file.Content.Length).Append(" bytes)\n");
        var body = parts.FirstOrDefault(part => part.Type == "text/html" && !part.IsAttachment) ?? parts.FirstOrDefault(part => part.Type == "text/plain" && !part.IsAttachment);
        var mail = body is null
            ? MailText.Empty
            : body.Type == "text/html" ? MailText.FromHtml(body.Text, message.Header("Subject"), HtmlTextOptions.Default, time, cancellationToken) : MailText.FromPlain(body.Text);
        return text.Append('\n').Append(mail.Full).ToString();
    }
}
