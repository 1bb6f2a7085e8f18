using Assistant.Retrieval.Index;
using Assistant.TokenStore;
using Assistant.Tools.Gmail;
using Assistant.Tools.Google;

namespace Assistant.Tools.Search;

/// <summary>Searches the indexes of the caller's own accounts.</summary>
internal sealed class IndexSearch(GoogleAccounts accounts, IndexShelf shelf, LabelNames labels, AccountZones zones, CurrentCall call)
{
    public async Task<SearchAnswer> FindAsync(SearchQuestion question, string? account, string? label, string? after, string? before, int? maxTokens, CancellationToken cancellationToken)
    {
        var chosen = await accounts.SeveralAsync(account, cancellationToken);
        var (answers, problems) = await Merged.AskAsync(chosen, one => OneAsync(one, question, label, after, before, cancellationToken));
        var hits = answers.SelectMany(answer => answer.Hits).OrderByDescending(hit => hit.Score).Take(question.Limit).ToList();
        string[] notes = [.. problems, .. answers.Where(answer => answer.Note is not null).Select(answer => answer.Note!)];
        return Budgeted.Items(ResultBudget.Characters(maxTokens), hits.Count, count => new SearchAnswer([.. hits.Take(count)], notes.Length > 0 ? notes : null));
    }

    public async Task<IndexStatus> StatusAsync(string? account, CancellationToken cancellationToken)
    {
        var states = new List<IndexState>();
        foreach (var one in await accounts.SeveralAsync(account, cancellationToken))
        {
            var index = await shelf.OpenAsync(one.UserId, one.Id, cancellationToken);
            var progress = IndexProgress.Read(await index.ProgressAsync(cancellationToken));
            var (documents, learned) = await index.CountAsync(cancellationToken);
            states.Add(new(one.Nickname, documents, progress.IsMailComplete, progress.At?.ToString("u", System.Globalization.CultureInfo.InvariantCulture), learned > 0 ? learned : null));
        }

        return new(states);
    }

    private async Task<(IReadOnlyList<SearchHit> Hits, string? Note)> OneAsync(
        GoogleAccount account, SearchQuestion question, string? label, string? after, string? before, CancellationToken cancellationToken)
    {
        call.Uses(account);
        var index = await shelf.OpenAsync(account.UserId, account.Id, cancellationToken);
        var progress = IndexProgress.Read(await index.ProgressAsync(cancellationToken));
        if (progress.HistoryId is null)
            return ([], $"{account.Nickname} has no index yet. Make it with: assistant index run --user {call.Caller.UserName}");
        var zone = await zones.OfAsync(account, cancellationToken);
        var hits = await index.FindAsync(
            question with
            {
                Label = label is null ? null : await labels.IdAsync(account, label, cancellationToken),
                After = after is null ? null : Moments.Parse("after", after, zone, isEnd: false),
                Before = before is null ? null : Moments.Parse("before", before, zone, isEnd: false),
            },
            cancellationToken);
        return (
            [.. hits.Select(hit => Show(account, hit, zone))],
            progress.IsMailComplete ? null : $"The mail of {account.Nickname} is still being indexed, newest first: older mail may be missing.");
    }

    private static SearchHit Show(GoogleAccount account, IndexHit hit, TimeZoneInfo zone) => new(
        hit.Kind == DocumentKind.Mail ? "mail" : hit.Kind == DocumentKind.Event ? "event" : "conversation",
        hit.SourceId,
        hit.Kind == DocumentKind.Mail ? hit.ThreadId : null,
        account.Nickname,
        Moments.Show(hit.At, zone),
        UntrustedText.Line(hit.Card.Title),
        hit.Card.From is [var from, ..] ? UntrustedText.Line(from.Name is { Length: > 0 } name ? $"{name} <{from.Address}>" : from.Address) : null,
        hit.Passage,
        Math.Round(hit.Score, 3),
        FormattableString.Invariant($"words {hit.Words:0.00}, meaning {hit.Meaning:0.00}"),
        hit.Others > 0 ? hit.Others : null);
}
