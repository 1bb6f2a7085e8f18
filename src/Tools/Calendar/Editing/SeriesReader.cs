using Assistant.Tools.Google;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>Reads a series with what was changed of it one by one.</summary>
internal sealed class SeriesReader(GoogleServices google, EventRunner events)
{
    /// <returns>Null where the event does not repeat.</returns>
    public async Task<EventSeries?> OfAsync(OwnCalendar calendar, Event item, CancellationToken cancellationToken)
    {
        if (item.RecurringEventId is null && item.Recurrence is not { Count: > 0 })
            return null;
        var series = item.RecurringEventId is { } id
            ? await events.TryGetAsync(calendar.Account, calendar.Id, id, cancellationToken) ?? throw GoogleFailures.NotFound(calendar.Account.Nickname, $"event {id}")
            : item;
        var (exceptions, token) = (new List<Event>(), (string?)null);
        do
        {
            var page = await google.CalendarAsync(calendar.Account, $"calendar {calendar.Id}", service =>
            {
                var request = service.Events.List(calendar.Id);
                (request.ICalUID, request.ShowDeleted, request.MaxResults, request.PageToken) = (series.ICalUID, true, 250, token);
                return request.ExecuteAsync(cancellationToken);
            });
            exceptions.AddRange((page.Items ?? []).Where(one => one.RecurringEventId == series.Id));
            token = page.NextPageToken;
        }
        while (token is not null);
        return new(series, item.RecurringEventId is null ? null : item, exceptions);
    }

    /// <summary>What the caller said, or what can only be meant.</summary>
    /// <exception cref="ToolFailure">A series needs a scope that was not given, or the scope does not fit.</exception>
    public static EventScope Scope(string? scope, EventSeries? series) => (scope, series) switch
    {
        (_, null) => EventScope.This,
        ("all", _) => EventScope.All,
        (null, { Instance: null }) => EventScope.All,
        (null, _) => throw new ToolFailure("scope_needed", "This event repeats: say with 'scope' whether 'this' occurrence is meant, 'following' (this and all later ones) or 'all'."),
        (_, { Instance: null }) => throw new ToolFailure("scope_needed", $"The scope '{scope}' needs the id of one occurrence, as calendar_list_events shows it; this is the id of the whole series."),
        ("following", _) => EventScope.Following,
        _ => EventScope.This,
    };
}
