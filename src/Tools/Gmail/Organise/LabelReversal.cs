using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Undo;

namespace Assistant.Tools.Gmail.Organise;

/// <summary>Takes a change of labels back: exactly on the messages where it did something, and where that still is as it was left.</summary>
internal sealed class LabelReversal(LabelHistory history, LabelWriter writer, LabelNames names) : IReversal
{
    public string Kind => LabelUndo.Kind;

    public async Task<string> UndoAsync(GoogleAccount account, string undo, CancellationToken cancellationToken)
    {
        var change = JsonSerializer.Deserialize<LabelUndo>(undo, ToolJson.Options)!;
        var log = await history.SinceAsync(account, change.Before, cancellationToken);
        var moves = log is not null ? LabelMoves.Left(log, change) : change.Done
            ?? throw new ToolFailure("cannot_undo", "Gmail keeps the history of a mailbox for about a week; what this change did is not known any more.");
        var (labels, lost) = await LabelsAsync(account, change, cancellationToken);
        var notes = new List<string>();
        if (lost.Count > 0)
            notes.Add($"Labels that no longer exist could not be put back: {string.Join(", ", lost.Select(name => $"'{name}'"))}.");
        if (log is null)
            notes.Add("Gmail's history does not reach back to it: what was changed since was not looked at.");
        var restored = 0;
        foreach (var move in moves)
        {
            var back = new LabelChange(Ids(move.Removed, labels), Ids(move.Added, labels), "restore");
            if (back.Add.Count + back.Remove.Count == 0)
                continue;
            var targets = new MailTargets(move.Ids, AreThreads: false, AreFound: true);
            var unchanged = await writer.WriteAsync(account, targets, back, cancellationToken);
            names.Forget(account);
            restored += move.Ids.Count - unchanged.Count;
            // What is gone for good stays gone; everything else is worth another try, which does no harm to what is restored.
            if (unchanged.Any(one => one.Why.Code != "not_found"))
                throw new ToolFailure(
                    "undo_incomplete",
                    $"Not everything was restored; try again. {string.Join('\n', IdProblems.Of(targets, unchanged, isKnown: false)!)}");
            if (unchanged.Count > 0)
                notes.Add($"{unchanged.Count} no longer exist.");
        }

        notes.AddRange(Gone(log, change));
        var messages = restored == 1 ? "1 message" : $"{restored} messages";
        return string.Join(' ', notes.Prepend(restored == 0 ? "Nothing was left to restore." : $"Labels restored on {messages}."));
    }

    private static IEnumerable<string> Gone(LabelLog? log, LabelUndo change)
    {
        var gone = change.AreThreads ? 0 : change.Ids.Count(id => log?.Deleted.Contains(id) is true);
        return gone > 0 ? [$"{gone} were deleted for good since."] : [];
    }

    /// <summary>The ids by which labels are known now, and the names of those that are gone.</summary>
    private async Task<(Dictionary<string, string> Labels, IReadOnlyList<string> Lost)> LabelsAsync(
        GoogleAccount account, LabelUndo change, CancellationToken cancellationToken)
    {
        var (labels, lost) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        names.Forget(account);
        foreach (var id in change.Add.Concat(change.Remove))
        {
            var name = change.Names.GetValueOrDefault(id);
            var label = await names.FindAsync(account, id, cancellationToken);
            if (label is null && name is not null)
                label = await names.FindAsync(account, name, cancellationToken);
            if (label is not null)
                labels[id] = label.Id;
            else if (change.Remove.Contains(id))
                lost.Add(name ?? id);
        }

        return (labels, lost);
    }

    private static string[] Ids(IReadOnlyList<string> ids, Dictionary<string, string> labels) => [.. ids.Where(labels.ContainsKey).Select(id => labels[id])];
}
