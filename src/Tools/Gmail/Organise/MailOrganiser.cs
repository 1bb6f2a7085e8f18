using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using Assistant.Tools.Undo;

namespace Assistant.Tools.Gmail.Organise;

/// <summary>Changes labels of many messages at once: journalled before, told exactly after.</summary>
internal sealed class MailOrganiser(
    GoogleAccounts accounts,
    MailSelector selector,
    LabelChanges changes,
    LabelWriter writer,
    LabelHistory history,
    LabelNames names,
    MailSamples samples,
    IChangeJournal journal)
{
    /// <summary>Ids that Gmail was silent about are tried one by one up to here, to tell what does not exist from what was so already.</summary>
    private const int MostChecked = 250;

    public async Task<ChangeResult> ModifyAsync(
        string? account,
        MailSelection selection,
        IReadOnlyList<MailChange>? words,
        IReadOnlyList<string>? add,
        IReadOnlyList<string>? remove,
        bool dryRun,
        CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        // A label that was deleted elsewhere a moment ago would spoil every batch: what is remembered does not serve here.
        if (add is { Count: > 0 } || remove is { Count: > 0 })
            names.Forget(owner);
        return await RunAsync(owner, selection, await changes.ReadAsync(owner, words, add, remove, cancellationToken), dryRun, cancellationToken);
    }

    public async Task<ChangeResult> TrashAsync(string? account, MailSelection selection, bool dryRun, CancellationToken cancellationToken) =>
        await RunAsync(await accounts.OneAsync(account, cancellationToken), selection, LabelChange.Trash, dryRun, cancellationToken);

    public async Task<ChangeResult> UntrashAsync(string? account, MailSelection selection, bool dryRun, CancellationToken cancellationToken) =>
        await RunAsync(await accounts.OneAsync(account, cancellationToken), selection, LabelChange.Untrash, dryRun, cancellationToken);

    private async Task<ChangeResult> RunAsync(
        GoogleAccount account, MailSelection selection, LabelChange change, bool dryRun, CancellationToken cancellationToken)
    {
        var targets = await selector.SelectAsync(account, selection, trashed: change == LabelChange.Untrash, cancellationToken);
        if (targets.Count == 0)
            return new("No message matches; nothing was changed.", 0);
        if (dryRun)
        {
            var shown = await samples.OfAsync(account, targets, cancellationToken);
            return new($"Dry run, nothing was changed. Would {change.Words}: {targets.InWords(targets.Count)}.\n{shown}", targets.Count);
        }

        var undo = await UndoAsync(account, targets, change, cancellationToken);
        var summary = $"{change.Words}: {targets.InWords(targets.Count)}";
        var id = await journal.RecordAsync(new(account.UserId, account.Id, LabelUndo.Kind, summary, Json(undo)), cancellationToken);
        var unchanged = await writer.WriteAsync(account, targets, change, cancellationToken);
        names.Forget(account);
        return await TellAsync(account, id, targets, change, undo, unchanged, cancellationToken);
    }

    private async Task<LabelUndo> UndoAsync(GoogleAccount account, MailTargets targets, LabelChange change, CancellationToken cancellationToken)
    {
        string[] touched = [.. change.MayAppear, .. change.MayVanish];
        var own = (await names.AllAsync(account, cancellationToken)).Where(label => label.Type == "user" && touched.Contains(label.Id));
        return new(
            await history.NowAsync(account, cancellationToken),
            targets.Ids,
            targets.AreThreads,
            change.MayAppear,
            change.MayVanish,
            change.Aside,
            own.ToDictionary(label => label.Id, label => label.Name, StringComparer.Ordinal));
    }

    private async Task<ChangeResult> TellAsync(
        GoogleAccount account,
        string id,
        MailTargets targets,
        LabelChange change,
        LabelUndo undo,
        IReadOnlyList<Unchanged> unchanged,
        CancellationToken cancellationToken)
    {
        var log = await LogAsync(account, undo.Before, cancellationToken);
        var moves = log is null ? null : LabelMoves.Of(log, undo);
        var touched = log is null ? [] : Touched(log, moves!, targets.AreThreads);
        // An answer that was lost is no failure where the mailbox's history shows the change.
        unchanged = [.. unchanged.Where(one => !(one.IsOpen && touched.Contains(one.Id)))];
        var unchecked_ = 0;
        if (log is not null && !targets.AreThreads && !targets.AreFound)
        {
            var silent = targets.Ids.Except(unchanged.Select(one => one.Id)).Where(one => !touched.Contains(one)).ToList();
            unchecked_ = Math.Max(0, silent.Count - MostChecked);
            unchanged = [.. unchanged, .. await writer.WriteSinglyAsync(account, [.. silent.Take(MostChecked)], change, cancellationToken)];
        }

        var problems = IdProblems.Of(targets, unchanged, isKnown: log is not null);
        var changed = moves?.Sum(move => move.Ids.Count) ?? targets.Count - unchanged.Count;
        var nothing = changed == 0 && (log is not null || unchanged.All(one => !one.IsOpen));
        if (nothing)
            await journal.MarkUndoneAsync(account.UserId, id, CancellationToken.None);
        if (nothing && unchanged.Count == targets.Count)
            throw new ToolFailure(unchanged[0].Why.Code, $"Nothing was changed. {string.Join('\n', problems!)}");
        var failed = unchanged.Where(one => !one.IsOpen).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        var done = undo with { Ids = [.. undo.Ids.Where(one => !failed.Contains(one))], Done = moves };
        var said = Say(targets, change, changed, targets.Count - unchanged.Count, unchecked_, isKnown: log is not null);
        if (!nothing)
            await journal.CompleteAsync(account.UserId, id, $"{change.Words}: {Messages(changed)}", Json(done), CancellationToken.None);
        return new(said, changed, UndoId: nothing ? null : id, Problems: problems);
    }

    private static string Say(MailTargets targets, LabelChange change, int changed, int accepted, int unchecked_, bool isKnown)
    {
        var words = char.ToUpperInvariant(change.Words[0]) + change.Words[1..];
        if (!isKnown)
            return $"{words}: {targets.InWords(accepted)}. Gmail's history could not be read, so how many of them changed is not known.";
        var already = accepted - changed;
        var text = targets.AreThreads
            ? $"{words}: {targets.InWords(accepted)}, {Messages(changed)} in {(accepted == 1 ? "it" : "them")} changed."
            : $"{words}: {Messages(changed)} changed{(already > 0 ? $", {already} {(already == 1 ? "was" : "were")} so already" : "")}.";
        return text
            + (unchecked_ > 0 ? $" {unchecked_} of the latter were not checked and may not exist." : "")
            + (change == LabelChange.Trash && changed > 0 ? " Gmail deletes them for good after 30 days in the trash." : "");
    }

    private static HashSet<string> Touched(LabelLog log, IReadOnlyList<LabelMove> moves, bool areThreads)
    {
        var messages = moves.SelectMany(move => move.Ids).ToHashSet(StringComparer.Ordinal);
        return areThreads
            ? log.Events.Where(one => messages.Contains(one.MessageId)).Select(one => one.ThreadId).ToHashSet(StringComparer.Ordinal)
            : messages;
    }

    /// <summary>A change that was made is told, even where its history cannot be read: undo reads it again.</summary>
    private async Task<LabelLog?> LogAsync(GoogleAccount account, ulong before, CancellationToken cancellationToken)
    {
        try
        {
            return await history.SinceAsync(account, before, cancellationToken);
        }
        catch (ToolFailure)
        {
            return null;
        }
    }

    private static string Messages(int count) => count == 1 ? "1 message" : $"{count} messages";

    private static string Json(LabelUndo undo) => JsonSerializer.Serialize(undo, ToolJson.Options);
}
