using System.Globalization;
using Assistant.Tools.Compose.Mime;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail;

/// <summary>Who owes a reply in a conversation. A rule of thumb on who wrote last, and it says so by saying why.</summary>
internal static class ReplyOwed
{
    private static readonly string[] Programs = ["no-reply", "noreply", "donotreply", "do-not-reply", "mailer-daemon", "notifications", "notification", "bounce"];

    /// <summary>One line such as <c>you, since 3 days: Carl asked last</c>, or null where there is nothing to say.</summary>
    /// <param name="messages">All messages of the thread with their headers.</param>
    /// <param name="own">The account's address; what is labelled SENT counts as the person's as well.</param>
    /// <param name="now">To say since when.</param>
    public static string? In(IEnumerable<Message> messages, string own, DateTimeOffset now)
    {
        var last = messages.Where(message => message.LabelIds?.Contains("DRAFT") is not true && message.LabelIds?.Contains("TRASH") is not true)
            .MaxBy(message => message.InternalDate ?? 0);
        if (last is null)
            return null;
        var writer = MailAddresses.Read(last.Payload.Header("From")) is [var first, ..] ? first : null;
        var name = writer is null ? "somebody" : writer.Name.Length > 0 ? writer.Name : writer.Shown;
        var since = Since(now - last.ReceivedAt());
        if (last.LabelIds?.Contains("SENT") is true || string.Equals(writer?.Address, own, StringComparison.OrdinalIgnoreCase))
            return $"the others, since {since}: you wrote last";
        if (IsProgram(last, writer))
            return $"nobody: the last mail is from a list or a program ({name})";
        var asks = last.Snippet?.Contains('?', StringComparison.Ordinal) is true;
        var direct = MailAddresses.Read(last.Payload.Header("To")).Any(address => string.Equals(address.Address, own, StringComparison.OrdinalIgnoreCase));
        return direct || asks
            ? $"you, since {since}: {name} {(asks ? "asked" : "wrote")} last"
            : $"perhaps nobody: {name} wrote last, and not to you alone";
    }

    private static bool IsProgram(Message message, MailAddress? writer) =>
        message.Payload.Header("List-Id").Length > 0 || message.Payload.Header("List-Unsubscribe").Length > 0
        || message.Payload.Header("Auto-Submitted") is { Length: > 0 } auto && !auto.StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || message.Payload.Header("Precedence").ToLowerInvariant() is "bulk" or "list" or "junk"
        || writer is not null && Array.Exists(Programs, program => writer.Key.StartsWith(program, StringComparison.Ordinal));

    private static string Since(TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} days"),
        { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} hours"),
        _ => "just now",
    };
}
