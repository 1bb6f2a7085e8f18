using System.Globalization;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World.Bulk;

/// <summary>Invitations by mail (iMIP, RFC 6047) for events that are in the calendars.</summary>
internal sealed class InvitationWriter(PostOffice post, WorldClock clock)
{
    public void Write(JsonObject item, int daysAgo)
    {
        var guests = item["attendees"]!.AsArray().Select(guest => (string)guest!["email"]!).ToList();
        var (name, address) = ((string)item["organizer"]!["displayName"]!, (string)item["organizer"]!["email"]!);
        var title = (string)item["summary"]!;
        var text = $"{name} invites you: {title}\n{When(item)}\n{(string?)item["location"]}\n";
        var calendar = Calendar(item, guests);
        foreach (var owner in new[] { Cast.Ada, Cast.Bruno }.Where(owner => owner.Address != address && guests.Contains(owner.Address)))
        {
            var message = new MailMessage
            {
                From = new Mailbox(name, address),
                To = [owner.Mailbox],
                Subject = $"Invitation: {title} @ {When(item)}",
                Date = clock.WorkdayAgo(daysAgo, 10.25, Cast.Berlin),
                MessageId = $"calendar-{owner.Key}-{(string)item["id"]!}@google.com",
                Body = new Multipart("mixed",
                    new Multipart("alternative",
                        new TextPart("plain", text),
                        new TextPart("html", $"<p><b>{System.Net.WebUtility.HtmlEncode(title)}</b></p><p>{System.Net.WebUtility.HtmlEncode(When(item))}</p>"),
                        new TextPart("calendar", calendar, Transfer: Transfer.Base64, Parameters: "; method=REQUEST")),
                    new FilePart("application/ics", "invite.ics", System.Text.Encoding.UTF8.GetBytes(calendar))),
            };
            post.Deliver(owner, message, "INBOX", "IMPORTANT", "CATEGORY_PERSONAL");
        }
    }

    private static string When(JsonObject item) => Time(item, "start").ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture)
        + Time(item, "end").ToString(" - HH:mm", CultureInfo.InvariantCulture) + $" ({(string)item["start"]!["timeZone"]!})";

    private static DateTimeOffset Time(JsonObject item, string which) => DateTimeOffset.Parse((string)item[which]!["dateTime"]!, CultureInfo.InvariantCulture);

    private string Calendar(JsonObject item, List<string> guests)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR", "PRODID:-//Google Inc//Google Calendar 70.9054//EN", "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:REQUEST", "BEGIN:VEVENT",
            $"DTSTART:{Utc(Time(item, "start"))}", $"DTEND:{Utc(Time(item, "end"))}", $"DTSTAMP:{Utc(clock.Now.AddDays(-3))}",
            $"ORGANIZER;CN={(string)item["organizer"]!["displayName"]!}:mailto:{(string)item["organizer"]!["email"]!}", $"UID:{(string)item["iCalUID"]!}",
            .. guests.Select(guest => $"ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{guest}"),
            $"LOCATION:{Escape((string?)item["location"])}", $"DESCRIPTION:{Escape((string?)item["description"])}", "SEQUENCE:0", "STATUS:CONFIRMED",
            $"SUMMARY:{Escape((string)item["summary"]!)}", "TRANSP:OPAQUE", "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => line + "\r\n"));
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string? text) => (text ?? "").Replace(",", "\\,", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
