using System.Net;
using Assistant.Retrieval.Index;
using Assistant.Tools.Calendar;
using Assistant.Tools.Google;
using Google;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Search;

/// <summary>Brings the events of an account's calendars into its index, and what Calendar's sync tokens say changed since.</summary>
internal sealed class EventFiller(GoogleServices google, CalendarDirectory calendars)
{
    public async Task FillAsync(IndexRun run, CancellationToken cancellationToken)
    {
        foreach (var calendar in await calendars.ChooseAsync(run.Account, null, cancellationToken))
        {
            var known = run.Progress.SyncTokens?.GetValueOrDefault(calendar.Id);
            string next;
            try
            {
                next = await CalendarAsync(run, calendar.Id, known, cancellationToken);
            }
            catch (ToolFailure failure) when (known is not null && failure.InnerException is GoogleApiException { HttpStatusCode: HttpStatusCode.Gone })
            {
                next = await CalendarAsync(run, calendar.Id, null, cancellationToken);
            }

            if (next == known)
                continue;
            run.Progress = run.Progress with { SyncTokens = new Dictionary<string, string>(run.Progress.SyncTokens ?? new Dictionary<string, string>()) { [calendar.Id] = next } };
            await run.SaveAsync(cancellationToken);
        }
    }

    private async Task<string> CalendarAsync(IndexRun run, string calendar, string? known, CancellationToken cancellationToken)
    {
        var (seen, page) = (new HashSet<string>(StringComparer.Ordinal), (Events?)null);
        do
        {
            page = await google.CalendarAsync(run.Account, $"calendar {calendar}", service =>
            {
                var request = service.Events.List(calendar);
                (request.MaxResults, request.PageToken, request.SyncToken) = (500, page?.NextPageToken, known);
                return request.ExecuteAsync(cancellationToken);
            });
            var events = page.Items ?? [];
            var living = events.Where(one => one.Status != "cancelled" && one.Start is not null).ToList();
            seen.UnionWith(living.Select(one => SourceId(calendar, one)));
            await run.Index.RemoveAsync([.. events.Where(one => one.Status == "cancelled").Select(one => new DocumentKey(DocumentKind.Event, SourceId(calendar, one)))], cancellationToken);
            await run.KeepAsync(cancellationToken);
            await run.Index.AddAsync([.. living.Select(one => Document(calendar, one))], null, cancellationToken);
            run.Did(living.Count);
        }
        while (page.NextPageToken is not null);
        if (known is null)
        {
            var gone = (await run.Index.SourceIdsAsync(DocumentKind.Event, cancellationToken)).Where(id => id.StartsWith(calendar + "/", StringComparison.Ordinal) && !seen.Contains(id));
            await run.Index.RemoveAsync([.. gone.Select(id => new DocumentKey(DocumentKind.Event, id))], cancellationToken);
        }

        return page.NextSyncToken ?? throw new ToolFailure("google_failed", "Google gave no sync token for the calendar.");
    }

    private static string SourceId(string calendar, Event one) => $"{calendar}/{one.Id}";

    private static IndexDocument Document(string calendar, Event one) => new(
        DocumentKind.Event,
        SourceId(calendar, one),
        one.RecurringEventId ?? one.Id,
        EventTimes.Instant(one.Start, TimeZoneInfo.Utc),
        UntrustedText.Line(one.Summary),
        string.Join('\n', new[] { UntrustedText.Line(one.Location), one.Description }.Where(text => !string.IsNullOrEmpty(text))),
        one.Organizer?.Email is { } organizer ? [new Party(organizer, one.Organizer.DisplayName)] : [],
        [.. (one.Attendees ?? []).Where(attendee => attendee.Email is not null).Select(attendee => new Party(attendee.Email, attendee.DisplayName))],
        [calendar],
        one.Attachments is { Count: > 0 });
}
