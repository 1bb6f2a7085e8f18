using System.Net;
using Assistant.Retrieval.Index;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Gmail;
using Assistant.Tools.Google;
using Google;
using Google.Apis.Gmail.v1;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Search;

/// <summary>
/// Brings an account's mail into its index: all of it once, newest first, then what Gmail's history says. Every step is noted in the index together with
/// what it added.
/// </summary>
internal sealed class MailFiller(GoogleServices google, MailContentReader contents, LabelNames labels, IndexExclusions exclusions)
{
    private const int PageSize = 100;

    /// <summary>Mails of one step: the newest are found after seconds, and progress is told every few.</summary>
    private const int Step = 20;

    // Neither is mail that somebody looks for.
    private static readonly string[] NeverWanted = ["TRASH", "SPAM"];

    public async Task FillAsync(IndexRun run, CancellationToken cancellationToken)
    {
        run.LeftOut = await LeftOutAsync(run, cancellationToken);
        if (run.Progress.HistoryId is not null && run.Progress.Excluded != exclusions.ToString())
            run.Progress = Anew(run.Progress);
        while (run.Progress is not { IsMailComplete: true, HistoryId: { } since } || !await HistoryAsync(run, since, cancellationToken))
        {
            // Gmail keeps its history for about a week: after that everything is looked at again.
            if (run.Progress.IsMailComplete)
                run.Progress = Anew(run.Progress);
            await AllAsync(run, cancellationToken);
        }
    }

    /// <summary>Where the place at which an earlier run was stopped is too old for Gmail, the pass begins again.</summary>
    private static bool IsStalePlace(ToolFailure failure, IndexRun run, string? resumed) =>
        resumed is not null && run.Progress.PageToken == resumed && failure.InnerException is GoogleApiException { HttpStatusCode: HttpStatusCode.BadRequest or HttpStatusCode.NotFound };

    private static IndexProgress Anew(IndexProgress progress) => progress with { HistoryId = null, PageToken = null, IsMailComplete = false };

    private async Task<IReadOnlySet<string>> LeftOutAsync(IndexRun run, CancellationToken cancellationToken)
    {
        var ids = NeverWanted.ToHashSet(StringComparer.Ordinal);
        foreach (var name in exclusions.Labels)
        {
            if (await labels.FindAsync(run.Account, name, cancellationToken) is { } label)
                ids.Add(label.Id);
        }

        return ids;
    }

    private async Task AllAsync(IndexRun run, CancellationToken cancellationToken)
    {
        if (run.Progress.HistoryId is null)
        {
            var profile = await google.GmailAsync(run.Account, "the mailbox", service => service.Users.GetProfile("me").ExecuteAsync(cancellationToken));
            run.Progress = run.Progress with
            {
                HistoryId = profile.HistoryId,
                PassFrom = await run.Index.NextOrdinalAsync(cancellationToken),
                Seen = 0,
                Total = profile.MessagesTotal,
                Excluded = exclusions.ToString(),
            };
            await run.SaveAsync(cancellationToken);
        }

        var resumed = run.Progress.PageToken;
        // Learned beside the reading: the quota of that time would be lost.
        var learning = Task.FromResult(false);
        try
        {
            do
            {
                await PageAsync(run, cancellationToken);
                if (!learning.IsCompleted)
                    continue;
                await learning;
                learning = Task.Run(() => run.Index.LearnAsync(complete: false, null, cancellationToken), cancellationToken);
            }
            while (run.Progress.PageToken is not null);
        }
        catch (ToolFailure failure) when (IsStalePlace(failure, run, resumed))
        {
            run.Progress = Anew(run.Progress);
            return;
        }
        finally
        {
            await ((Task)learning).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await learning;
        await run.Index.RemoveBeforeAsync(DocumentKind.Mail, run.Progress.PassFrom, cancellationToken);
        run.Progress = run.Progress with { IsMailComplete = true };
        await run.SaveAsync(cancellationToken);
    }

    private async Task PageAsync(IndexRun run, CancellationToken cancellationToken)
    {
        var page = await google.GmailAsync(run.Account, "messages", service =>
        {
            var request = service.Users.Messages.List("me");
            (request.MaxResults, request.PageToken, request.Fields) = (PageSize, run.Progress.PageToken, "messages(id),nextPageToken");
            return request.ExecuteAsync(cancellationToken);
        });
        var ids = (page.Messages ?? []).Select(message => message.Id).ToList();
        run.SeenInPage = 0;
        foreach (var step in ids.SkipLast(Step).Chunk(Step))
            await AddAsync(run, step, cancellationToken);
        // The page is done with its last step: what is added and how far it is are one transaction.
        run.Progress = run.Progress with { PageToken = page.NextPageToken, Seen = run.Progress.Seen + ids.Count };
        run.SeenInPage = -Math.Min(ids.Count, Step);
        await AddAsync(run, [.. ids.TakeLast(Step)], cancellationToken);
    }

    /// <returns>False where Gmail does not know its history from there any more.</returns>
    private async Task<bool> HistoryAsync(IndexRun run, ulong since, CancellationToken cancellationToken)
    {
        var (added, gone, changed, newest, token) = (new HashSet<string>(), new HashSet<string>(), new Dictionary<string, IList<string>>(), since, (string?)null);
        try
        {
            do
            {
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
                        changed[message.Id] = message.LabelIds ?? [];
                }

                (newest, token) = (Math.Max(newest, page.HistoryId ?? newest), page.NextPageToken);
            }
            while (token is not null);
        }
        catch (ToolFailure failure) when (failure.Code == "not_found")
        {
            return false;
        }

        added.UnionWith(await RelabelAsync(run, changed.Where(change => !gone.Contains(change.Key) && !added.Contains(change.Key)), cancellationToken));
        added.ExceptWith(gone);
        await run.Index.RemoveAsync(Keys(gone), cancellationToken);
        foreach (var ids in added.Chunk(PageSize))
            await AddAsync(run, ids, cancellationToken);
        run.Progress = run.Progress with { HistoryId = newest };
        await run.SaveAsync(cancellationToken);
        return true;
    }

    private static IReadOnlyCollection<DocumentKey> Keys(IEnumerable<string> ids) => [.. ids.Select(id => new DocumentKey(DocumentKind.Mail, id))];

    /// <returns>The mails that came back from trash or spam and have to be read.</returns>
    private static async Task<IEnumerable<string>> RelabelAsync(IndexRun run, IEnumerable<KeyValuePair<string, IList<string>>> changes, CancellationToken cancellationToken)
    {
        var wanted = changes.ToLookup(change => !run.LeftOut.Overlaps(change.Value));
        await run.Index.RemoveAsync(Keys(wanted[false].Select(change => change.Key)), cancellationToken);
        var unknown = await run.Index.RelabelAsync(
            [.. wanted[true].Select(change => (new DocumentKey(DocumentKind.Mail, change.Key), (IReadOnlyList<string>)[.. change.Value]))], cancellationToken);
        return unknown.Select(key => key.SourceId);
    }

    private async Task AddAsync(IndexRun run, string[] ids, CancellationToken cancellationToken)
    {
        var documents = (await Merged.SelectAsync(ids, (id, cancel) => ReadAsync(run, id, cancel), cancellationToken)).OfType<IndexDocument>().ToList();
        await run.KeepAsync(cancellationToken);
        await run.Index.AddAsync(documents, run.Progress.Write(), cancellationToken);
        run.Did(documents.Count, ids.Length);
    }

    private async Task<IndexDocument?> ReadAsync(IndexRun run, string id, CancellationToken cancellationToken)
    {
        try
        {
            var message = await google.GmailAsync(run.Account, $"message {id}", service =>
            {
                var request = service.Users.Messages.Get("me", id);
                request.Format = UsersResource.MessagesResource.GetRequest.FormatEnum.Full;
                return request.ExecuteAsync(cancellationToken);
            });
            var authors = Parties(message, "From");
            return run.LeftOut.Overlaps(message.LabelIds ?? []) || authors.Any(exclusions.Excludes) ? null : await DocumentAsync(run, message, authors, cancellationToken);
        }
        catch (ToolFailure failure) when (failure.Code == "not_found")
        {
            // Deleted since it was listed; the history says so too.
            return null;
        }
    }

    private async Task<IndexDocument> DocumentAsync(IndexRun run, Message message, IReadOnlyList<Party> authors, CancellationToken cancellationToken)
    {
        var content = await contents.ReadAsync(run.Account, message, MailFormat.Markdown, includeQuoted: true, cancellationToken);
        var files = MessageParts.Of(message.Payload).Attachments.Select(part => part.Filename).ToList();
        return new(
            DocumentKind.Mail,
            message.Id,
            message.ThreadId,
            message.ReceivedAt(),
            UntrustedText.Line(message.Payload.Header("Subject")),
            files.Count == 0 ? content.Text : $"{content.Text}\n\n{string.Join('\n', files)}",
            authors,
            [.. Parties(message, "To"), .. Parties(message, "Cc")],
            [.. message.LabelIds ?? []],
            files.Count > 0);
    }

    private static IReadOnlyList<Party> Parties(Message message, string field) =>
        [.. MailAddresses.Read(message.Payload.Header(field)).Select(address => new Party(address.Address, address.Name))];
}
