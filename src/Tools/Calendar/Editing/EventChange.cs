using Assistant.Tools.Agreements;
using Assistant.Tools.Google;

namespace Assistant.Tools.Calendar.Editing;

/// <remarks>
/// State: done, sent, waiting (for agreement), or why not.
/// Start: With its exact offset.
/// Notes: Conflicts, likely duplicates, what else to know.
/// UndoId: For change_undo.
/// </remarks>
public sealed record EventChange(
    string? State = null,
    string? Message = null,
    string? Id = null,
    string? Calendar = null,
    string? Start = null,
    string? End = null,
    string? Link = null,
    IReadOnlyList<string>? Notes = null,
    string? UndoId = null,
    string? OutboxId = null) : IToolResult
{
    public string ToText() => $"{Message} ({State})"
        + (Start is null ? "" : $"\n{Start} - {End}")
        + (Id is null ? "" : $"\nId {Id}, calendar {Calendar}")
        + (Link is null ? "" : $"\n{Link}")
        + (Notes is { Count: > 0 } ? "\n" + UntrustedText.Fence(string.Join('\n', Notes)) : "")
        + (UndoId is null ? "" : $"\nUndo: change_undo {UndoId}")
        + (OutboxId is null ? "" : $"\nOutbox {OutboxId}");

    internal static EventChange Of(OutboxResult result, EventChange? known = null) =>
        (known ?? new()) with { State = result.State, Message = result.Message, Id = result.Id ?? known?.Id, OutboxId = result.OutboxId };
}
