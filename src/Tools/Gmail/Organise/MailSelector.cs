using Assistant.TokenStore;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Organise;

/// <summary>Finds what a change is about: ids as they are given, or what matches a query.</summary>
internal sealed class MailSelector(GoogleServices google)
{
    /// <summary>More at once would be hard to look over and to take back.</summary>
    public const int Most = 1_000;

    private const int Counted = 10_000;
    private const int PageSize = 500;

    /// <param name="account">Whose mail.</param>
    /// <param name="selection">Exactly one of its three is given.</param>
    /// <param name="trashed">Whether a query is to look in the trash.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ToolFailure">None or several were given, or more than <see cref="Most"/> match.</exception>
    public async Task<MailTargets> SelectAsync(GoogleAccount account, MailSelection selection, bool trashed, CancellationToken cancellationToken)
    {
        var (ids, threadIds, query) = selection;
        if (new[] { ids is { Count: > 0 }, threadIds is { Count: > 0 }, query is not null }.Count(given => given) != 1)
            throw new ToolFailure("bad_argument", "Give one of 'ids' (of messages), 'thread_ids' and 'query'.");
        if (query is null)
            return new([.. (ids is { Count: > 0 } ? ids : threadIds!).Select(id => id.Trim()).Distinct()], ids is not { Count: > 0 }, AreFound: false);
        if (string.IsNullOrWhiteSpace(query))
            throw new ToolFailure("bad_argument", "The argument 'query' must not be empty: it would match every mail.");
        var found = await FindAsync(account, query, trashed, cancellationToken);
        return found.Count <= Most
            ? new(found, AreThreads: false, AreFound: true)
            : throw new ToolFailure(
                "too_many",
                $"{(found.Count >= Counted ? $"More than {Counted}" : found.Count)} messages match; one call changes at most {Most}. Nothing was changed. "
                + "Narrow the query, for example with after: and before:, and go through it in parts.");
    }

    private async Task<IReadOnlyList<string>> FindAsync(GoogleAccount account, string query, bool trashed, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        string? page = null;
        do
        {
            var list = await google.GmailAsync(account, "messages", service =>
            {
                var request = service.Users.Messages.List("me");
                (request.Q, request.MaxResults, request.PageToken) = (query, PageSize, page);
                if (trashed)
                    (request.LabelIds, request.IncludeSpamTrash) = ("TRASH", true);
                request.Fields = "messages(id),nextPageToken";
                return request.ExecuteAsync(cancellationToken);
            });
            found.AddRange((list.Messages ?? []).Select(message => message.Id));
            page = list.NextPageToken;
        }
        while (page is not null && found.Count < Counted);
        return found;
    }
}

/// <param name="Ids">Of messages.</param>
/// <param name="ThreadIds">Of threads.</param>
/// <param name="Query">In the syntax of Gmail's search box.</param>
internal sealed record MailSelection(IReadOnlyList<string>? Ids, IReadOnlyList<string>? ThreadIds, string? Query);
