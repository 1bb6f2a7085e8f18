using System.ComponentModel;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Calendar;

[McpServerResourceType]
internal sealed class CalendarResources(EventReader reader)
{
    [McpServerResource(UriTemplate = "calendar://{account}/event/{calendar}/{id}", Name = "calendar_event", Title = "Event", MimeType = "text/plain")]
    [Description("One event in full.")]
    public async Task<string> Event(string account, string calendar, string id, CancellationToken cancellationToken) =>
        (await reader.ReadAsync(id, calendar, account, ResultBudget.MaxTokens, cancellationToken)).ToText();
}
