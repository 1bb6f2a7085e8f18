using Assistant.Tools.Calendar.Editing;
using Assistant.Tools.Calendar.Times;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar.Managing;

/// <summary>Out of office, focus time and working location: events of the primary calendar that say how one is there.</summary>
internal sealed class StatusEvents(EventLookup lookup, EventCreator creator, CalendarTimes times)
{
    public async Task<EventChange> SetAsync(
        string kind, string start, string? end, string? title, string? place, string? timeZone, string? account, CancellationToken cancellationToken)
    {
        var calendar = await lookup.WritableAsync(account, null, cancellationToken);
        var zone = CalendarTimes.Zone(timeZone, calendar.Zone);
        var span = times.Span(start, end, null, zone);
        // Google has these only with times: whole days are from midnight to midnight.
        if (span.IsAllDay && kind != "working_location")
            span = EventSpan.Timed(zone.AtStartOfDay(span.Start.Local.Date), zone.AtStartOfDay(span.End.Local.Date));
        // Automatic declining answers other people without asking: it is left to Google Calendar's own pages.
        const string mode = "declineNone";
        var item = new Event();
        span.Write(item);
        switch (kind)
        {
            case "out_of_office":
                (item.EventType, item.Summary, item.OutOfOfficeProperties) = ("outOfOffice", title ?? "Out of office", new() { AutoDeclineMode = mode });
                break;
            case "focus_time":
                (item.EventType, item.Summary, item.FocusTimeProperties) = ("focusTime", title ?? "Focus time", new() { AutoDeclineMode = mode, ChatStatus = "doNotDisturb" });
                break;
            default:
                if (string.IsNullOrWhiteSpace(place))
                    throw new ToolFailure("bad_argument", "Say where with 'place': home, office, or the name of another place.");
                (item.EventType, item.Summary, item.Visibility, item.Transparency) = ("workingLocation", title ?? place, "public", "transparent");
                item.WorkingLocationProperties = place switch
                {
                    "home" => new() { Type = "homeOffice", HomeOffice = new object() },
                    "office" => new() { Type = "officeLocation", OfficeLocation = new() },
                    _ => new() { Type = "customLocation", CustomLocation = new() { Label = place } },
                };
                break;
        }

        return await creator.AddAsync(calendar, item, span, new(null, account, "none", AllowDuplicate: false, null), cancellationToken);
    }
}
