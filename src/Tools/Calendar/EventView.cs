using System.Text;
using Assistant.Tools.Google;

namespace Assistant.Tools.Calendar;

/// <remarks>
/// Start: ISO 8601 with offset; a date for all-day events.
/// End: Exclusive, in the same form.
/// TimeZone: IANA name of the zone of the times.
/// Attendees: Name, address and answer of each.
/// Recurrence: RFC 5545 rules, or the id of the series.
/// Untrusted: Always true: the content comes from outside.
/// </remarks>
public sealed record EventView(
    string? Id = null,
    string? Calendar = null,
    string? Account = null,
    string? Start = null,
    string? End = null,
    string? TimeZone = null,
    string? Title = null,
    string? Location = null,
    string? Status = null,
    string? Organizer = null,
    IReadOnlyList<string>? Attendees = null,
    string? Recurrence = null,
    string? Conference = null,
    string? Description = null,
    string? Link = null,
    bool Untrusted = true) : IToolResult
{
    public string ToText()
    {
        var text = new StringBuilder().Append(Title).Append('\n').Append(Start).Append(" - ").Append(End).Append(" (").Append(TimeZone).Append(")\n");
        foreach (var (name, value) in new[] { ("Where", Location), ("Status", Status), ("Organizer", Organizer), ("Repeats", Recurrence), ("Conference", Conference) })
        {
            if (value is not null)
                text.Append(name).Append(": ").Append(value).Append('\n');
        }

        foreach (var attendee in Attendees ?? [])
            text.Append("- ").Append(attendee).Append('\n');
        text.Append(Description);
        return UntrustedText.Fence(text.ToString()) + $"\nId {Id}, calendar {Calendar}, account {Account}\n{Link}";
    }
}
