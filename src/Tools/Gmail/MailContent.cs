using Assistant.Retrieval.Text;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail;

/// <summary>A mail's text in the form asked for, before it is cut to a budget.</summary>
internal sealed record MailContent(string Text, int Hidden, int QuotedBlocks, BodyReading Reading)
{
    public string? Note => Reading switch
    {
        BodyReading.Cut => "The body is longer than is read; its end is missing.",
        BodyReading.Stripped => "The HTML could not be read as laid out: only its words are shown.",
        _ => null,
    };
}

/// <summary>Makes readable text of a message's parts.</summary>
internal sealed class MailContentReader(GoogleServices google, TimeProvider time)
{
    public async Task<MailContent> ReadAsync(GoogleAccount account, Message message, MailFormat format, bool includeQuoted, CancellationToken cancellationToken)
    {
        if (format == MailFormat.Headers)
            return new(string.Join('\n', (message.Payload?.Headers ?? []).Select(header => $"{header.Name}: {UntrustedText.Line(header.Value)}")), 0, 0, BodyReading.Whole);
        var subject = message.Payload.Header("Subject");
        var (texts, hidden, quoted, reading) = (new List<string>(), 0, 0, BodyReading.Whole);
        foreach (var piece in MessageParts.Of(message.Payload).Body)
        {
            var part = format == MailFormat.Text ? piece.Plain ?? piece.Html : piece.Html ?? piece.Plain;
            if (part is null)
                continue;
            var source = await SourceAsync(account, message.Id, part, cancellationToken);
            if (format == MailFormat.Html)
            {
                texts.Add(source);
                continue;
            }

            var mail = part == piece.Html
                ? MailText.FromHtml(source, subject, HtmlTextOptions.Default, time, cancellationToken)
                : MailText.FromPlain(source, Is(part, "format", "flowed"), Is(part, "delsp", "yes"), subject);
            texts.Add(includeQuoted ? mail.Full : mail.Text);
            (hidden, quoted) = (hidden + mail.HiddenCharacters + mail.InvisibleCharacters, quoted + (includeQuoted ? 0 : mail.QuotedBlocks));
            reading = mail.Reading > reading ? mail.Reading : reading;
        }

        return new(string.Join("\n\n", texts), hidden, quoted, reading);
    }

    private async Task<string> SourceAsync(GoogleAccount account, string messageId, MessagePart part, CancellationToken cancellationToken)
    {
        var data = part.Body?.Data;
        if (data is null && part.Body?.AttachmentId is { } attachment)
        {
            // Gmail keeps a long text apart, as it does with files.
            data = (await google.GmailAsync(
                account, $"message {messageId}", service => service.Users.Messages.Attachments.Get("me", messageId, attachment).ExecuteAsync(cancellationToken))).Data;
        }

        return PartText.Decode(data, part);
    }

    private static bool Is(MessagePart part, string parameter, string value) => string.Equals(part.ContentTypeParameter(parameter), value, StringComparison.OrdinalIgnoreCase);
}
