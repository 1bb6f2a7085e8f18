namespace Assistant.Tools.Undo;

public sealed record ChangeList(IReadOnlyList<ChangeEntry>? Changes = null) : IToolResult
{
    public string ToText() => Changes is not { Count: > 0 }
        ? "There is no change."
        : string.Join('\n', Changes.Select(change =>
            $"{change.Id}: {change.At} {change.Account}: {change.Done}" + (change.State is null ? "" : $" ({change.State})")));
}

/// <param name="Id">For change_undo.</param>
/// <param name="Account">Nickname.</param>
/// <param name="At">When.</param>
/// <param name="Done">What was done.</param>
/// <param name="State">undone, or cannot be undone; absent where it can be.</param>
public sealed record ChangeEntry(string? Id = null, string? Account = null, string? At = null, string? Done = null, string? State = null);
