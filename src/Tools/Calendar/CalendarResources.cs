using System.ComponentModel;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Calendar;

[McpServerResourceType]
internal sealed class CalendarResources(EventReader reader, EventFinder finder)
{
    [McpServerResource(UriTemplate = "calendar://{account}/upcoming", Name = "calendar_upcoming", Title = "Coming events", MimeType = "text/plain")]
    [Description("Events of the next 7 days; can be subscribed to.")]
    public async Task<string> Upcoming(string account, CancellationToken cancellationToken) =>
        (await finder.FindAsync(new(null, null, null, null, account, null, null, null), cancellationToken)).ToText();

    [McpServerResource(UriTemplate = "calendar://{account}/event/{calendar}/{id}", Name = "calendar_event", Title = "Event", MimeType = "text/plain")]
    [Description("One event in full.")]
    public async Task<string> Event(string account, string calendar, string id, CancellationToken cancellationToken) =>
        (await reader.ReadAsync(id, calendar, account, ResultBudget.MaxTokens, cancellationToken)).ToText();
}
