namespace Assistant.Tools.Undo;

/// <summary>What every tool that changes the own mailbox answers.</summary>
/// <param name="Done">What was changed, in a sentence.</param>
/// <param name="Count">How many things were changed, or would be.</param>
/// <param name="Id">Of what was made.</param>
/// <param name="UndoId">Names the change for change_undo.</param>
/// <param name="Problems">What was left as it was, and why.</param>
public sealed record ChangeResult(
    string? Done = null, int? Count = null, string? Id = null, string? UndoId = null, IReadOnlyList<string>? Problems = null) : IToolResult
{
    public string ToText() =>
        Done + (Id is null ? "" : $" (id {Id})") + (UndoId is null ? "" : $"\nUndo: change_undo {UndoId}")
        + string.Concat((Problems ?? []).Select(problem => "\n" + problem));
}
