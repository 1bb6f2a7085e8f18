using Assistant.Retrieval.Text;
using Assistant.Retrieval.Text.Files;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Files;

/// <summary>Reads attachments as text; what has none is named with its bytes' resource.</summary>
internal sealed class AttachmentReader(GoogleAccounts accounts, PartBytes bytes, IFileExtractor extractor, CurrentCall call, TimeProvider time)
{
    private sealed record Position(int Offset);

    public async Task<AttachmentPage> ReadAsync(string messageId, string part, string? account, int? maxTokens, string? cursor, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        string?[] question = ["gmail_read_attachment", owner.Id, messageId, part];
        var offset = Cursor.Read<Position>(call, cursor, question)?.Offset ?? 0;
        var found = await bytes.PartAsync(owner, messageId, part, cancellationToken);
        var content = await bytes.ReadAsync(owner, messageId, found, cancellationToken);
        var (read, note) = await TextAsync(found, content, cancellationToken);
        var text = read.TrimEnd();
        var page = new AttachmentPage(
            UntrustedText.Line(found.Filename) is { Length: > 0 } name ? name : $"part {part}",
            found.MimeType,
            content.Length,
            Resource: $"gmail://{Uri.EscapeDataString(owner.Nickname)}/message/{Uri.EscapeDataString(messageId)}/part/{Uri.EscapeDataString(part)}",
            Note: note);
        return Budgeted.Text(ResultBudget.Characters(maxTokens), room =>
        {
            var passage = PassageText.Take(text, offset, room);
            return page with { Text = passage.Text, NextCursor = passage.NextOffset is { } next ? Cursor.Write(call, new Position(next), question) : null };
        });
    }

    private async Task<(string Text, string? Note)> TextAsync(MessagePart part, byte[] content, CancellationToken cancellationToken)
    {
        if (part.MimeType == "message/rfc822")
            return (AttachedMessage.Of(content, time, cancellationToken), "The attached message's own fields are not verified by anybody.");
        var kind = FileKinds.Of(part.MimeType, part.Filename);
        if (kind == FileKind.Other)
            return ("", "No text can be taken out of this kind of file; its bytes are at the resource.");
        if (kind.NeedsIsolation())
        {
            var extracted = InvisibleCharacters.Remove(await extractor.ExtractAsync(kind, content, cancellationToken)).Text;
            return (extracted, string.IsNullOrWhiteSpace(extracted) ? "The file has no text: most likely it is a scanned picture. Its bytes are at the resource." : null);
        }

        var text = MailCharsets.Decode(content, part.ContentTypeParameter("charset"));
        return kind switch
        {
            FileKind.Html => (MailText.FromHtml(text, null, HtmlTextOptions.Default, time, cancellationToken).Full, null),
            FileKind.Calendar => (InvisibleCharacters.Remove(CalendarText.Of(text)).Text, null),
            _ => (InvisibleCharacters.Remove(text).Text, null),
        };
    }
}
