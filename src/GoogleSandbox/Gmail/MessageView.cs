using System.Buffers.Text;
using System.Globalization;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Gmail.Mime;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>Messages as JSON resources, in the four formats of <c>messages.get</c>.</summary>
internal sealed class MessageView(TokenSeal seal)
{
    /// <param name="message">The message.</param>
    /// <param name="format"><c>minimal</c>, <c>full</c>, <c>raw</c>, <c>metadata</c>.</param>
    /// <param name="metadataHeaders">For <c>metadata</c>: only these headers; empty for all.</param>
    public JsonObject Of(StoredMessage message, string format, IReadOnlyList<string> metadataHeaders)
    {
        var json = new JsonObject
        {
            ["id"] = message.Id,
            ["threadId"] = message.ThreadId,
            ["labelIds"] = Strings(message.Labels.Order(StringComparer.Ordinal)),
            ["snippet"] = message.Content.Snippet,
            ["sizeEstimate"] = message.Content.Raw.Length,
            ["historyId"] = message.HistoryId.ToString(CultureInfo.InvariantCulture),
            ["internalDate"] = message.ReceivedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        };
        if (format == "raw")
            json["raw"] = Base64Url.EncodeToString(message.Content.Raw);
        else if (format == "full")
            json["payload"] = Part(message.Id, message.Content.Root);
        else if (format == "metadata")
        {
            var root = message.Content.Root;
            var wanted = root.Headers.Where(header => metadataHeaders.Count == 0 || metadataHeaders.Contains(header.Name, StringComparer.OrdinalIgnoreCase));
            json["payload"] = new JsonObject { ["mimeType"] = root.MimeType, ["headers"] = Headers(wanted) };
        }
        return json;
    }

    public static JsonObject Reference(StoredMessage message) => new() { ["id"] = message.Id, ["threadId"] = message.ThreadId };

    /// <summary>What Gmail answers to a draft that was saved and a message that was sent.</summary>
    public static JsonObject Sent(StoredMessage message)
    {
        var json = Reference(message);
        json["labelIds"] = Strings(message.Labels.Order(StringComparer.Ordinal));
        return json;
    }

    /// <summary>The part that an attachment id of this message names, or null.</summary>
    public MimePart? Attachment(StoredMessage message, string attachmentId)
        => seal.Open("attachment " + message.Id, attachmentId) is { } partId
            ? message.Content.Root.SelfAndDescendants().FirstOrDefault(part => part.PartId == partId && part.IsAttachment)
            : null;

    public static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    private JsonObject Part(string messageId, MimePart part)
    {
        var body = new JsonObject { ["size"] = part.Content.Length };
        if (part.IsAttachment)
            body["attachmentId"] = seal.Seal("attachment " + messageId, part.PartId);
        else if (part.Content.Length > 0)
            body["data"] = Base64Url.EncodeToString(part.Content);
        var json = new JsonObject
        {
            ["partId"] = part.PartId,
            ["mimeType"] = part.MimeType,
            ["filename"] = part.Filename,
            ["headers"] = Headers(part.Headers),
            ["body"] = body,
        };
        if (part.Parts.Count > 0)
            json["parts"] = new JsonArray([.. part.Parts.Select(child => Part(messageId, child))]);
        return json;
    }

    private static JsonArray Headers(IEnumerable<MimeHeader> headers)
        => new([.. headers.Select(header => new JsonObject { ["name"] = header.Name, ["value"] = EncodedWords.Decode(header) })]);
}
