namespace Assistant.GoogleSandbox.Gmail.Search;

/// <summary>A parsed <c>q</c>.</summary>
/// <param name="Matches">Whether a message is found.</param>
/// <param name="ReachesSpam">The query names spam, which is left out otherwise.</param>
/// <param name="ReachesTrash">The query names the trash, which is left out otherwise.</param>
internal sealed record SearchQuery(Predicate<SearchTarget> Matches, bool ReachesSpam, bool ReachesTrash);
