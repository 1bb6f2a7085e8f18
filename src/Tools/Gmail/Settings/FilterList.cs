namespace Assistant.Tools.Gmail.Settings;

public sealed record FilterList(IReadOnlyList<FilterEntry>? Filters = null, IReadOnlyList<string>? Problems = null) : IToolResult
{
    public string ToText() => Filters is not { Count: > 0 }
        ? "There is no filter."
        : string.Join('\n', Filters.Select(filter => $"{filter.Id}: {filter.When} -> {filter.Then}").Concat(Problems ?? []));
}

/// <param name="Id">For gmail_delete_filter.</param>
/// <param name="When">Which mail.</param>
/// <param name="Then">What happens to it.</param>
public sealed record FilterEntry(string? Id = null, string? When = null, string? Then = null);
