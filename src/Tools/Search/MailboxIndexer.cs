using System.Net;
using Assistant.Retrieval.Index;
using Assistant.TokenStore;
using Assistant.Tools.Calendar;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Gmail;
using Assistant.Tools.Google;
using Google;
using Google.Apis.Calendar.v3.Data;
using Google.Apis.Gmail.v1;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Search;

/// <summary>
/// Fills the index of one account: all mail once, newest first, then what Gmail's history says; events by Calendar's sync tokens. Every step is noted in the
/// index together with what it added, so a killed run goes on where it was.
/// </summary>
internal sealed class MailboxIndexer(GoogleServices google, MailContentReader contents, CalendarDirectory calendars, IndexShelf shelf, TimeProvider time)
{
    private const int PageSize = 100;
    private const int GetUnits = 20;
    private const int ListUnits = 5;
    private const int UnitsPerMinute = 6_000;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // Neither is mail that somebody looks for.
    private static readonly string[] LeftOut = ["TRASH", "SPAM"];

    /// <param name="account">Whose mail.</param>
    /// <param name="report">Called after each step with the number of documents that were read.</param>
    /// <param name="cancellationToken">Ends it; the next run goes on.</param>
    /// <returns>How many documents were read, or null where another process is at it.</returns>
    /// <exception cref="ToolFailure">Google refused, or could not be reached.</exception>
    public async Task<int?> RunAsync(GoogleAccount account, Action<int>? report, CancellationToken cancellationToken)
    {
        var index = await shelf.OpenAsync(account.UserId, account.Id, cancellationToken);
        var owner = Guid.NewGuid().ToString("n");
        if (!await index.TryLeaseAsync(owner, time.GetUtcNow(), Lease, cancellationToken))
            return null;
        try
        {
            var run = new Run(account, index, owner, new IndexPace(time, UnitsPerMinute, IndexPace.DefaultShare), report)
            {
                Progress = IndexProgress.Read(await index.ProgressAsync(cancellationToken)),
            };
            await MailAsync(run, cancellationToken);
            await EventsAsync(run, cancellationToken);
            await index.LearnAsync(complete: true, () => run.KeepAsync(time, Lease, cancellationToken), cancellationToken);
            run.Progress = run.Progress with { At = time.GetUtcNow() };
            await index.SaveProgressAsync(run.Progress.Write(), cancellationToken);
            return run.Count;
        }
        finally
        {
            await index.ReleaseAsync(owner, CancellationToken.None);
        }
    }

    private static bool IsLeftOut(IEnumerable<string>? labels) => labels?.Any(LeftOut.Contains) is true;

    private async Task MailAsync(Run run, CancellationToken cancellationToken)
    {
        if (run.Progress is { IsMailComplete: true, HistoryId: { } since })
        {
            if (await HistoryAsync(run, since, cancellationToken))
                return;
            // Gmail keeps its history for about a week: everything is looked at again.
            run.Progress = run.Progress with { HistoryId = null, PageToken = null, IsMailComplete = false };
        }

        await AllMailAsync(run, cancellationToken);
        // What changed while it was read.
        await HistoryAsync(run, run.Progress.HistoryId!.Value, cancellationToken);
    }

    private async Task AllMailAsync(Run run, CancellationToken cancellationToken)
    {
        var isResumed = run.Progress.HistoryId is not null;
        if (!isResumed)
        {
            var profile = await google.GmailAsync(run.Account, "the mailbox", service => service.Users.GetProfile("me").ExecuteAsync(cancellationToken));
            run.Progress = run.Progress with { HistoryId = profile.HistoryId };
            await run.Index.SaveProgressAsync(run.Progress.Write(), cancellationToken);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var token = run.Progress.PageToken;
        do
        {
            await run.Pace.SpendAsync(ListUnits, cancellationToken);
            var page = await google.GmailAsync(run.Account, "messages", service =>
            {
                var request = service.Users.Messages.List("me");
                (request.MaxResults, request.PageToken, request.Fields) = (PageSize, token, "messages(id),nextPageToken");
                return request.ExecuteAsync(cancellationToken);
            });
            var ids = (page.Messages ?? []).Select(message => message.Id).ToList();
            seen.UnionWith(ids);
            token = page.NextPageToken;
            run.Progress = run.Progress with { PageToken = token };
            await AddAsync(run, ids, cancellationToken);
            await run.Index.LearnAsync(complete: false, () => run.KeepAsync(time, Lease, cancellationToken), cancellationToken);
        }
        while (token is not null);
        if (!isResumed)
        {
            var gone = (await run.Index.SourceIdsAsync(DocumentKind.Mail, cancellationToken)).Where(id => !seen.Contains(id)).ToList();
            await run.Index.RemoveAsync([.. gone.Select(id => new DocumentKey(DocumentKind.Mail, id))], cancellationToken);
        }

        run.Progress = run.Progress with { IsMailComplete = true };
        await run.Index.SaveProgressAsync(run.Progress.Write(), cancellationToken);
    }

    /// <returns>False where Gmail does not know its history from there any more.</returns>
    private async Task<bool> HistoryAsync(Run run, ulong since, CancellationToken cancellationToken)
    {
        var (added, gone, labels, newest, token) = (new HashSet<string>(), new HashSet<string>(), new Dictionary<string, IList<string>>(), since, (string?)null);
        try
        {
            do
            {
                await run.Pace.SpendAsync(2, cancellationToken);
                var page = await google.GmailAsync(run.Account, "the history of the mailbox", service =>
                {
                    var request = service.Users.History.List("me");
                    (request.StartHistoryId, request.MaxResults, request.PageToken) = (since, 500, token);
                    return request.ExecuteAsync(cancellationToken);
                });
                foreach (var step in page.History ?? [])
                {
                    foreach (var message in (step.MessagesAdded ?? []).Select(one => one.Message))
                        added.Add(message.Id);
                    foreach (var message in (step.MessagesDeleted ?? []).Select(one => one.Message))
                        gone.Add(message.Id);
                    foreach (var message in (step.LabelsAdded ?? []).Select(one => one.Message).Concat((step.LabelsRemoved ?? []).Select(one => one.Message)))
                        labels[message.Id] = message.LabelIds ?? [];
                }

                (newest, token) = (Math.Max(newest, page.HistoryId ?? newest), page.NextPageToken);
            }
            while (token is not null);
        }
        catch (ToolFailure failure) when (failure.Code == "not_found")
        {
            return false;
        }

        added.UnionWith(await RelabelAsync(run, labels.Where(change => !gone.Contains(change.Key) && !added.Contains(change.Key)), cancellationToken));
        added.ExceptWith(gone);
        await run.Index.RemoveAsync([.. gone.Select(id => new DocumentKey(DocumentKind.Mail, id))], cancellationToken);
        foreach (var ids in added.Chunk(PageSize))
            await AddAsync(run, ids, cancellationToken);
        run.Progress = run.Progress with { HistoryId = newest };
        await run.Index.SaveProgressAsync(run.Progress.Write(), cancellationToken);
        return true;
    }

    /// <returns>The mails that came back from trash or spam and have to be read.</returns>
    private static async Task<IEnumerable<string>> RelabelAsync(Run run, IEnumerable<KeyValuePair<string, IList<string>>> changes, CancellationToken cancellationToken)
    {
        var all = changes.Select(change => (Key: new DocumentKey(DocumentKind.Mail, change.Key), Labels: (IReadOnlyList<string>)[.. change.Value])).ToList();
        await run.Index.RemoveAsync([.. all.Where(change => IsLeftOut(change.Labels)).Select(change => change.Key)], cancellationToken);
        return (await run.Index.RelabelAsync([.. all.Where(change => !IsLeftOut(change.Labels))], cancellationToken)).Select(key => key.SourceId);
    }

    private async Task AddAsync(Run run, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var documents = new List<IndexDocument>();
        foreach (var id in ids)
        {
            await run.Pace.SpendAsync(GetUnits, cancellationToken);
            if (await MailAsync(run.Account, id, cancellationToken) is { } document)
                documents.Add(document);
        }

        await run.KeepAsync(time, Lease, cancellationToken);
        await run.Index.AddAsync(documents, run.Progress.Write(), cancellationToken);
        run.Did(documents.Count);
    }

    private async Task<IndexDocument?> MailAsync(GoogleAccount account, string id, CancellationToken cancellationToken)
    {
        try
        {
            var message = await google.GmailAsync(account, $"message {id}", service =>
            {
                var request = service.Users.Messages.Get("me", id);
                request.Format = UsersResource.MessagesResource.GetRequest.FormatEnum.Full;
                return request.ExecuteAsync(cancellationToken);
            });
            return IsLeftOut(message.LabelIds) ? null : await DocumentAsync(account, message, cancellationToken);
        }
        catch (ToolFailure failure) when (failure.Code == "not_found")
        {
            // Deleted since it was listed; the history says so too.
            return null;
        }
    }

    private async Task<IndexDocument> DocumentAsync(GoogleAccount account, Message message, CancellationToken cancellationToken)
    {
        var content = await contents.ReadAsync(account, message, MailFormat.Markdown, includeQuoted: true, cancellationToken);
        var files = MessageParts.Of(message.Payload).Attachments.Select(part => part.Filename).ToList();
        return new(
            DocumentKind.Mail,
            message.Id,
            message.ThreadId,
            message.ReceivedAt(),
            UntrustedText.Line(message.Payload.Header("Subject")),
            files.Count == 0 ? content.Text : $"{content.Text}\n\n{string.Join('\n', files)}",
            Parties(message, "From"),
            [.. Parties(message, "To"), .. Parties(message, "Cc")],
            [.. message.LabelIds ?? []],
            files.Count > 0);
    }

    private static IReadOnlyList<Party> Parties(Message message, string field) =>
        [.. MailAddresses.Read(message.Payload.Header(field)).Select(address => new Party(address.Address, address.Name))];

    private async Task EventsAsync(Run run, CancellationToken cancellationToken)
    {
        var chosen = await calendars.ChooseAsync(run.Account, null, cancellationToken);
        foreach (var calendar in chosen)
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

            run.Progress = run.Progress with { SyncTokens = new Dictionary<string, string>(run.Progress.SyncTokens ?? new Dictionary<string, string>()) { [calendar.Id] = next } };
            await run.Index.SaveProgressAsync(run.Progress.Write(), cancellationToken);
        }
    }

    private async Task<string> CalendarAsync(Run run, string calendar, string? known, CancellationToken cancellationToken)
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
            await run.KeepAsync(time, Lease, cancellationToken);
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

    private sealed class Run(GoogleAccount account, AccountIndex index, string owner, IndexPace pace, Action<int>? report)
    {
        public GoogleAccount Account => account;

        public AccountIndex Index => index;

        public IndexPace Pace => pace;

        public IndexProgress Progress { get; set; } = new();

        public int Count { get; private set; }

        public void Did(int documents)
        {
            Count += documents;
            report?.Invoke(Count);
        }

        /// <exception cref="ToolFailure">Another process has taken over.</exception>
        public async Task KeepAsync(TimeProvider time, TimeSpan lease, CancellationToken cancellationToken)
        {
            if (!await index.TryLeaseAsync(owner, time.GetUtcNow(), lease, cancellationToken))
                throw new ToolFailure("index_taken", "Another process fills this index now.");
        }
    }
}
