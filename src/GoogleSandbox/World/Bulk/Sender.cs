using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World.Bulk;

/// <summary>Writes what programs send: same sender, many messages.</summary>
internal sealed class Sender(PostOffice post, WorldClock clock, Contact owner)
{
    public void Send(Mailbox from, string subject, DateTimeOffset date, MimePart body, IReadOnlyList<string> labels, params IReadOnlyList<(string, string)> extra) =>
        post.Deliver(owner, Message(from, subject, date, body, extra), Reading(date, labels));

    public MailMessage Message(Mailbox from, string subject, DateTimeOffset date, MimePart body, IReadOnlyList<(string, string)> extra) => new()
    {
        From = from,
        To = [owner.Mailbox],
        Subject = subject,
        Date = date,
        MessageId = post.NewMessageId(from.Address.Split('@')[1]),
        Quoted = from.Address.Length % 2 == 0,
        Extra = extra,
        Body = body,
    };

    /// <summary>What is older than three weeks was filed away; the newest is unread, advertising for two weeks.</summary>
    private IReadOnlyList<string> Reading(DateTimeOffset date, IReadOnlyList<string> labels)
    {
        if (labels.Contains("SPAM") || labels.Contains("TRASH"))
            return labels;
        var age = clock.Now - date;
        var read = TimeSpan.FromDays(labels.Contains("CATEGORY_PROMOTIONS") ? 14 : 3);
        return age < read ? ["INBOX", "UNREAD", .. labels] : age < TimeSpan.FromDays(21) ? ["INBOX", .. labels] : labels;
    }
}
