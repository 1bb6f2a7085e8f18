using System.Net;
using Assistant.TokenStore;
using Assistant.Tools.Calendar;
using Google;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Google.Feed;

/// <summary>What a look ended with: Gmail's history id, or a sync token for each calendar.</summary>
internal sealed record FeedState(string? HistoryId, IReadOnlyDictionary<string, string> SyncTokens);

/// <summary>Whether something changed since the last look, by Gmail's history and Calendar's sync tokens, without reading content.</summary>
internal sealed class ChangeFeed(GoogleAccounts accounts, GoogleServices google, CalendarDirectory directory, TimeProvider time)
{
    /// <summary>Changes of what is over do not concern anybody who looks forward.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(1);

    /// <param name="uri">What is watched.</param>
    /// <param name="before">How the last look ended; null for the first, which reports nothing.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>How it is now, whether it changed, and the account that was looked at.</returns>
    /// <exception cref="ToolFailure">The account is not the caller's (any more), or Google did not answer.</exception>
    public async Task<(FeedState State, bool HasChanged, GoogleAccount Account)> LookAsync(FeedUri uri, FeedState? before, CancellationToken cancellationToken)
    {
        var account = await accounts.OneAsync(uri.Account, cancellationToken);
        var (state, hasChanged) = uri.IsMail ? await MailAsync(account, before, cancellationToken) : await CalendarsAsync(account, before, cancellationToken);
        return (state, before is not null && hasChanged, account);
    }

    private async Task<(FeedState State, bool HasChanged)> MailAsync(GoogleAccount account, FeedState? before, CancellationToken cancellationToken)
    {
        if (before?.HistoryId is { } known && ulong.TryParse(known, out var since))
        {
            try
            {
                var history = await google.GmailAsync(account, "the history of the mailbox", service =>
                {
                    var request = service.Users.History.List("me");
                    (request.StartHistoryId, request.LabelId, request.MaxResults, request.Fields) = (since, "INBOX", 1, "history(id),historyId");
                    return request.ExecuteAsync(cancellationToken);
                });
                return (new($"{history.HistoryId ?? since}", before.SyncTokens), history.History is { Count: > 0 });
            }
            catch (ToolFailure failure) when (failure.Code == "not_found")
            {
                // Gmail keeps its history for about a week: what happened since is not known, so it may have changed.
            }
        }

        var profile = await google.GmailAsync(account, "the mailbox", service => service.Users.GetProfile("me").ExecuteAsync(cancellationToken));
        return (new($"{profile.HistoryId}", new Dictionary<string, string>()), true);
    }

    private async Task<(FeedState State, bool HasChanged)> CalendarsAsync(GoogleAccount account, FeedState? before, CancellationToken cancellationToken)
    {
        var calendars = await directory.ChooseAsync(account, null, cancellationToken);
        var looks = await Merged.SelectAsync(
            calendars, async (calendar, cancel) => (calendar.Id, Look: await CalendarAsync(account, calendar.Id, before?.SyncTokens.GetValueOrDefault(calendar.Id), cancel)), cancellationToken);
        var tokens = looks.ToDictionary(look => look.Id, look => look.Look.Token);
        var isOther = before is not null && !before.SyncTokens.Keys.ToHashSet().SetEquals(tokens.Keys);
        return (new(null, tokens), isOther || looks.Any(look => look.Look.HasChanged));
    }

    private async Task<(string Token, bool HasChanged)> CalendarAsync(GoogleAccount account, string calendar, string? known, CancellationToken cancellationToken)
    {
        try
        {
            return await PagesAsync(account, calendar, known, cancellationToken);
        }
        catch (ToolFailure failure) when (known is not null && failure.InnerException is GoogleApiException { HttpStatusCode: HttpStatusCode.Gone })
        {
            // 410: the token is too old. Start again; what happened since is not known, so it may have changed.
            return (await PagesAsync(account, calendar, null, cancellationToken)) with { HasChanged = true };
        }
    }

    private async Task<(string Token, bool HasChanged)> PagesAsync(GoogleAccount account, string calendar, string? known, CancellationToken cancellationToken)
    {
        var (page, hasChanged) = ((Events?)null, false);
        do
        {
            page = await google.CalendarAsync(account, $"calendar {calendar}", service =>
            {
                var request = service.Events.List(calendar);
                (request.MaxResults, request.PageToken, request.SyncToken, request.Fields) = (2_500, page?.NextPageToken, known, "items(id),nextPageToken,nextSyncToken");
                if (known is null)
                    request.TimeMinDateTimeOffset = (time.GetUtcNow() - Past).ToUniversalTime();
                return request.ExecuteAsync(cancellationToken);
            });
            hasChanged |= known is not null && page.Items is { Count: > 0 };
        }
        while (page.NextPageToken is not null);
        return (page.NextSyncToken ?? throw new ToolFailure("google_failed", "Google gave no sync token for the calendar."), hasChanged);
    }
}
