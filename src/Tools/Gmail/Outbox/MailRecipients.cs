using Assistant.Tools.Compose.Mime;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Outbox;

/// <summary>Whom a message at Gmail is for.</summary>
internal static class MailRecipients
{
    private static readonly string[] Names = ["To", "Cc", "Bcc"];

    /// <summary>Bare addresses in lower case: To, Cc and Bcc together, each once.</summary>
    public static IReadOnlyList<string> Of(MessagePart? payload) => Of(name => (payload?.Headers ?? [])
        .Where(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).SelectMany(header => MailAddresses.Read(header.Value)));

    public static IReadOnlyList<string> Of(MimeEntity message) => Of(message.Addresses);

    public static IReadOnlyList<string> Of(OutgoingMail mail) => [.. mail.Recipients.Select(address => address.Key).Distinct()];

    private static IReadOnlyList<string> Of(Func<string, IEnumerable<MailAddress>> read) => [.. Names.SelectMany(read).Select(address => address.Key).Distinct()];
}
