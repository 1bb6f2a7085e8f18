using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Drafts;

public sealed record DraftList(IReadOnlyList<DraftItem>? Drafts = null, string? NextCursor = null) : IToolResult
{
    public string ToText() =>
        (Drafts is { Count: > 0 } ? UntrustedText.Fence(string.Join('\n', Drafts.Select(draft => draft.ToText()))) : "There are no drafts.")
        + (NextCursor is null ? "" : $"\nMore: cursor {NextCursor}");
}

public sealed record DraftItem(
    string? Id = null, string? MessageId = null, string? ThreadId = null, string? Date = null, string? To = null, string? Subject = null, string? Snippet = null)
{
    internal string ToText() => $"{Date} to {To}: {Subject} | {Snippet} (draft {Id}, message {MessageId}, thread {ThreadId})";
}
