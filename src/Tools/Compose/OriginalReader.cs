using Assistant.TokenStore;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Gmail;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Compose;

/// <summary>Reads the mail that is answered or forwarded.</summary>
internal sealed class OriginalReader(MailContentReader contents, PartBytes bytes)
{
    public async Task<(Original Original, Message Message)> ReadAsync(GoogleAccount account, string id, CancellationToken cancellationToken)
    {
        var message = await bytes.MessageAsync(account, id, cancellationToken);
        var html = MessageParts.Of(message.Payload).Body.Any(piece => piece.Html is not null)
            ? (await contents.ReadAsync(account, message, MailFormat.Html, includeQuoted: true, cancellationToken)).Text
            : null;
        var text = (await contents.ReadAsync(account, message, MailFormat.Text, includeQuoted: true, cancellationToken)).Text;
        return (Fields(message) with { Text = text, Html = html }, message);
    }

    /// <summary>What its header says; the body is left empty.</summary>
    public static Original Fields(Message message) => new()
    {
        ThreadId = message.ThreadId,
        From = Addresses(message, "From"),
        ReplyTo = Addresses(message, "Reply-To"),
        To = Addresses(message, "To"),
        Cc = Addresses(message, "Cc"),
        Subject = message.Payload.Header("Subject"),
        Date = message.ReceivedAt(),
        MessageId = Threading.Ids(message.Payload.Header("Message-ID")) is [var first, ..] ? first : null,
        References = Threading.Ids(message.Payload.Header("References") is { Length: > 0 } references ? references : message.Payload.Header("In-Reply-To")),
        Text = "",
        Html = null,
        IsSent = message.LabelIds?.Contains("SENT") is true,
    };

    private static IReadOnlyList<MailAddress> Addresses(Message message, string name) => MailAddresses.Read(message.Payload.Header(name));
}
