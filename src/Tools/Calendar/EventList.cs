using System.Text;
using Assistant.Tools.Google;

namespace Assistant.Tools.Calendar;

/// <param name="Events">By start. Titles and places were written by other people.</param>
/// <param name="TimeZone">IANA name of the zone of the times, if all have the same.</param>
/// <param name="Untrusted">Always true: the content comes from outside.</param>
/// <param name="Problems">Accounts or calendars that could not be asked.</param>
/// <param name="NextCursor">For the rest.</param>
public sealed record EventList(
    IReadOnlyList<EventEntry>? Events = null, string? TimeZone = null, bool Untrusted = true, IReadOnlyList<string>? Problems = null, string? NextCursor = null) : IToolResult
{
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var entry in Events ?? [])
        {
            text.Append(entry.Start).Append(" - ").Append(entry.End).Append(' ').Append(entry.Title);
            if (entry.Location is not null)
                text.Append(" @ ").Append(entry.Location);
            if (entry.Response is not null)
                text.Append(" [").Append(entry.Response).Append(']');
            text.Append("\n  id ").Append(entry.Id).Append(", calendar ").Append(entry.Calendar).Append(", ").Append(entry.Account).Append('\n');
        }

        return (Events is { Count: > 0 } ? UntrustedText.Fence(text.ToString()) : "No event in this time.")
            + string.Concat((Problems ?? []).Select(problem => "\n" + problem))
            + (TimeZone is null ? "" : $"\nTime zone: {TimeZone}")
            + (NextCursor is null ? "" : $"\nMore: cursor {NextCursor}");
    }
}

/// <remarks>
/// Start: ISO 8601 with offset; a date for all-day events.
/// End: Exclusive, in the same form.
/// Calendar: Id of its calendar.
/// Response: The account's own answer: <c>accepted</c>, <c>declined</c>, <c>tentative</c>, <c>needsAction</c>.
/// </remarks>
public sealed record EventEntry(
    string? Id = null,
    string? Calendar = null,
    string? Account = null,
    string? Start = null,
    string? End = null,
    string? Title = null,
    string? Location = null,
    string? Response = null,
    bool? Recurring = null);
