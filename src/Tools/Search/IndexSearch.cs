using System.Globalization;
using Assistant.Retrieval.Index;
using Assistant.TokenStore;
using Assistant.Tools.Gmail;
using Assistant.Tools.Google;

namespace Assistant.Tools.Search;

/// <summary>What a search is limited to, as the caller says it.</summary>
internal sealed record SearchFilters(
    string? Account = null, string? Kind = null, string? From = null, string? To = null, string? After = null, string? Before = null, string? Label = null, bool? HasAttachment = null)
{
    public IEnumerable<string?> Parts => [Account, Kind, From, To, After, Before, Label, HasAttachment?.ToString()];
}

/// <summary>A hit, and whose it is: an account's, or the caller's own conversation.</summary>
internal sealed record FoundHit(GoogleAccount? Account, IndexHit Hit, TimeZoneInfo Zone);

/// <summary>Searches the indexes of the caller's own accounts and conversations.</summary>
internal sealed class IndexSearch(GoogleAccounts accounts, IndexShelf shelf, LabelNames labels, AccountZones zones, CurrentCall call)
{
    public const int DefaultResults = 10;
    private const string Conversation = "conversation";

    /// <summary>Who has read so many hits asks better.</summary>
    private const int Deepest = 500;

    private sealed record Position(int Skip);

    /// <exception cref="ToolFailure">No word to search for, an unknown account, a filter that cannot be read.</exception>
    public async Task<SearchAnswer> FindAsync(string query, SearchFilters filters, int? maxResults, int? maxTokens, string? cursor, CancellationToken cancellationToken)
    {
        if (!query.Any(char.IsLetterOrDigit))
            throw new ToolFailure("bad_query", "The query has no word: say what to look for, in any language.");
        string?[] asked = ["search", query, .. filters.Parts];
        var skip = Math.Clamp(Cursor.Read<Position>(call, cursor, asked)?.Skip ?? 0, 0, Deepest);
        var limit = maxResults ?? DefaultResults;
        var (found, problems) = await AskAsync(new SearchQuestion(query, skip + limit + 1), filters, new(), cancellationToken);
        return Page(found, problems, skip, limit, maxTokens, next => next < Deepest ? Cursor.Write(call, new Position(next), asked) : null);
    }

    /// <exception cref="ToolFailure">Not exactly one of the three; a mail or thread that is not in the index.</exception>
    public async Task<SearchAnswer> SimilarAsync(string? mail, string? thread, string? text, SearchFilters filters, int? maxResults, int? maxTokens, CancellationToken cancellationToken)
    {
        if (new[] { mail, thread, text }.Count(given => !string.IsNullOrWhiteSpace(given)) != 1)
            throw new ToolFailure("bad_query", "Give one of id, thread and text.");
        var limit = maxResults ?? DefaultResults;
        var question = new SearchQuestion(text ?? "", limit) { IsText = true };
        if (text is null)
            question = await LikeAsync(question, mail, thread, cancellationToken);
        // Nearly every word of what is alike would stand between asterisks.
        var (found, problems) = await AskAsync(question, filters, new(Marks: false), cancellationToken);
        return Page(found, problems, 0, limit, maxTokens, _ => null);
    }

    public async Task<IndexStatus> StatusAsync(string? account, CancellationToken cancellationToken)
    {
        var states = new List<IndexState>();
        foreach (var one in await accounts.SeveralAsync(account, cancellationToken))
        {
            var index = await shelf.OpenAsync(one.UserId, one.Id, cancellationToken);
            states.Add(IndexState.Of(one.Nickname, IndexProgress.Read(await index.ProgressAsync(cancellationToken)), await index.StateAsync(cancellationToken)));
        }

        return new(states);
    }

    /// <summary>The best hits of all chosen accounts, best first.</summary>
    internal async Task<(IReadOnlyList<FoundHit> Found, IReadOnlyList<string> Problems)> AskAsync(
        SearchQuestion question, SearchFilters filters, PassageOptions show, CancellationToken cancellationToken)
    {
        if (filters.Kind == Conversation)
            return (await ConversationsAsync(question, filters, show, cancellationToken), []);
        var chosen = await accounts.SeveralAsync(filters.Account, cancellationToken);
        var (answers, problems) = await Merged.AskAsync(chosen, one => OneAsync(one, question, filters, show, cancellationToken));
        var notes = problems.Concat(answers.Where(answer => answer.Note is not null).Select(answer => answer.Note!)).ToList();
        var conversations = filters is { Account: null, Label: null, Kind: null } ? await TryConversationsAsync(question, filters, show, notes, cancellationToken) : [];
        return ([.. answers.SelectMany(answer => answer.Found).Concat(conversations).OrderByDescending(found => found.Hit.Score).ThenByDescending(found => found.Hit.At)], notes);
    }

    /// <summary>What cannot be searched among conversations does not keep mail from being found.</summary>
    private async Task<IReadOnlyList<FoundHit>> TryConversationsAsync(SearchQuestion question, SearchFilters filters, PassageOptions show, List<string> notes, CancellationToken cancellationToken)
    {
        try
        {
            return await ConversationsAsync(question, filters, show, cancellationToken);
        }
        catch (ToolFailure failure)
        {
            notes.Add($"Conversations: {failure.Message}");
            return [];
        }
    }

    private static async Task<IReadOnlyList<IndexHit>> HitsAsync(AccountIndex index, SearchQuestion question, PassageOptions show, CancellationToken cancellationToken)
    {
        try
        {
            return await index.FindAsync(question, show, cancellationToken);
        }
        catch (IndexDamagedException damaged)
        {
            throw new ToolFailure("index_damaged", damaged.Message, damaged);
        }
    }

    /// <summary>What was said in the caller's conversations, which are of no account.</summary>
    private async Task<IReadOnlyList<FoundHit>> ConversationsAsync(SearchQuestion question, SearchFilters filters, PassageOptions show, CancellationToken cancellationToken)
    {
        var userId = call.Caller.UserId;
        var index = await shelf.OpenAsync(userId, IndexShelf.OfUser(userId), cancellationToken);
        var hits = await HitsAsync(
            index,
            question with
            {
                From = filters.From,
                To = filters.To,
                HasAttachment = filters.HasAttachment,
                After = filters.After is null ? null : Moments.Parse("after", filters.After, TimeZoneInfo.Utc, isEnd: false),
                Before = filters.Before is null ? null : Moments.Parse("before", filters.Before, TimeZoneInfo.Utc, isEnd: false),
            },
            show,
            cancellationToken);
        return [.. hits.Select(hit => new FoundHit(null, hit, TimeZoneInfo.Utc))];
    }

    private async Task<(IReadOnlyList<FoundHit> Found, string? Note)> OneAsync(
        GoogleAccount account, SearchQuestion question, SearchFilters filters, PassageOptions show, CancellationToken cancellationToken)
    {
        call.Uses(account);
        var index = await shelf.OpenAsync(account.UserId, account.Id, cancellationToken);
        var progress = IndexProgress.Read(await index.ProgressAsync(cancellationToken));
        if (progress.HistoryId is null)
            return ([], $"{account.Nickname} has no index yet: index_update makes it, or at the terminal assistant index run --user {call.Caller.UserName}");
        var zone = await zones.OfAsync(account, cancellationToken);
        var hits = await HitsAsync(
            index,
            question with
            {
                Kinds = filters.Kind switch { "mail" => [DocumentKind.Mail], "event" => [DocumentKind.Event], _ => null },
                From = filters.From,
                To = filters.To,
                HasAttachment = filters.HasAttachment,
                Label = filters.Label is null ? null : await labels.IdAsync(account, filters.Label, cancellationToken),
                After = filters.After is null ? null : Moments.Parse("after", filters.After, zone, isEnd: false),
                Before = filters.Before is null ? null : Moments.Parse("before", filters.Before, zone, isEnd: false),
            },
            show,
            cancellationToken);
        return (
            [.. hits.Select(hit => new FoundHit(account, hit, zone))],
            progress.IsMailComplete ? null : $"The mail of {account.Nickname} is still being indexed, newest first: older mail may be missing.");
    }

    private async Task<SearchQuestion> LikeAsync(SearchQuestion question, string? mail, string? thread, CancellationToken cancellationToken)
    {
        foreach (var account in await accounts.SeveralAsync(null, cancellationToken))
        {
            var index = await shelf.OpenAsync(account.UserId, account.Id, cancellationToken);
            if (await index.LikeAsync(question, mail, thread, cancellationToken) is { } like)
                return like;
        }

        throw new ToolFailure("not_found", $"{mail ?? thread} is not in the index of any account: take an id that search gave, or look at index_status.");
    }

    private static SearchAnswer Page(
        IReadOnlyList<FoundHit> found, IReadOnlyList<string> problems, int skip, int limit, int? maxTokens, Func<int, string?> cursor)
    {
        var hits = found.Skip(skip).Take(limit).Select(one => Show(one.Account, one.Hit, one.Zone)).ToList();
        return Budgeted.Items(ResultBudget.Characters(maxTokens), hits.Count, count => new SearchAnswer(
            [.. hits.Take(count)], problems.Count > 0 ? problems : null, found.Count > skip + count && count > 0 ? cursor(skip + count) : null));
    }

    private static SearchHit Show(GoogleAccount? account, IndexHit hit, TimeZoneInfo zone) => new(
        hit.Kind.ToString().ToLowerInvariant(),
        hit.SourceId,
        hit.Kind == DocumentKind.Event ? null : hit.ThreadId,
        account?.Nickname,
        Moments.Show(hit.At, zone),
        UntrustedText.Line(hit.Card.Title),
        Sender(hit),
        hit.Passage,
        Math.Round(hit.Score, 3),
        string.Create(CultureInfo.InvariantCulture, $"words {hit.Words:0.00}, meaning {hit.Meaning:0.00}"),
        hit.Others > 0 ? hit.Others : null);

    internal static string? Sender(IndexHit hit) =>
        hit.Card.From is [var from, ..] ? UntrustedText.Line(from.Name is { Length: > 0 } name ? $"{name} <{from.Address}>" : from.Address) : null;
}
