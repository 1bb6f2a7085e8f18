using System.Buffers.Text;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail;

/// <summary>Bytes of a message's parts, addressed by part: Gmail's attachment ids change from call to call.</summary>
internal sealed class PartBytes(GoogleServices google, MailMemory memory)
{
    public Task<Message> MessageAsync(GoogleAccount account, string id, CancellationToken cancellationToken) =>
        memory.MessageAsync(account, id, () => GetAsync(account, id, UsersResource.MessagesResource.GetRequest.FormatEnum.Full, cancellationToken));

    /// <exception cref="ToolFailure">The message has no such part.</exception>
    public async Task<MessagePart> PartAsync(GoogleAccount account, string messageId, string part, CancellationToken cancellationToken)
    {
        var message = await MessageAsync(account, messageId, cancellationToken);
        return All(message.Payload).FirstOrDefault(one => one.PartId == part)
            ?? throw GoogleFailures.NotFound(account.Nickname, $"part {part} in message {messageId}");
    }

    public async Task<byte[]> ReadAsync(GoogleAccount account, string messageId, MessagePart part, CancellationToken cancellationToken)
    {
        var data = part.Body?.Data;
        if (data is null && part.Body?.AttachmentId is { } id)
        {
            data = (await google.GmailAsync(
                account, $"attachment {part.PartId} of message {messageId}", service => service.Users.Messages.Attachments.Get("me", messageId, id).ExecuteAsync(cancellationToken))).Data;
        }

        return Decode(data);
    }

    /// <summary>The whole message as it is on the wire (RFC 5322).</summary>
    public async Task<byte[]> RawAsync(GoogleAccount account, string messageId, CancellationToken cancellationToken) =>
        Decode((await GetAsync(account, messageId, UsersResource.MessagesResource.GetRequest.FormatEnum.Raw, cancellationToken)).Raw);

    private static byte[] Decode(string? data) => Base64Url.DecodeFromChars((data ?? "").Replace('+', '-').Replace('/', '_'));

    private static IEnumerable<MessagePart> All(MessagePart? part) => part is null ? [] : (part.Parts ?? []).SelectMany(All).Prepend(part);

    private Task<Message> GetAsync(GoogleAccount account, string id, UsersResource.MessagesResource.GetRequest.FormatEnum format, CancellationToken cancellationToken) =>
        google.GmailAsync(account, $"message {id}", service =>
        {
            var request = service.Users.Messages.Get("me", id);
            request.Format = format;
            return request.ExecuteAsync(cancellationToken);
        });
}
