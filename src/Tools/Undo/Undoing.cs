using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Google;

namespace Assistant.Tools.Undo;

/// <summary>Takes back the caller's last change, or the one that is named, by whatever knows its kind.</summary>
internal sealed class Undoing(
    IChangeJournal journal,
    IEnumerable<IReversal> reversals,
    IEnumerable<IAgreedReversal> agreed,
    RepeatableAgreements agreements,
    GoogleAccounts accounts,
    CurrentCall call)
{
    private const int LookedAt = 100;

    /// <exception cref="ToolFailure">There is none (somebody else's is the same as none), it was undone before, or it cannot be.</exception>
    public async Task<ChangeResult> UndoAsync(string? changeId, CancellationToken cancellationToken)
    {
        if (await agreements.AnsweredAsync(cancellationToken) is { } answered)
            return Result(answered);
        var (change, account) = await FindAsync(changeId, cancellationToken);
        if (change.UndoneAt is not null)
            throw new ToolFailure("already_undone", $"This was undone before: {change.Summary}.");
        if (change.Undo is not { } undo)
            throw new ToolFailure("cannot_undo", $"This cannot be undone: {change.Summary}.");
        if (agreed.FirstOrDefault(one => one.Kind == change.Kind) is { } asking)
        {
            CheckLevel(asking.Level, change);
            return Result(await agreements.AskAsync(await asking.ProposeAsync(account, change.Id, undo, cancellationToken), change.Id, cancellationToken));
        }

        var reversal = reversals.FirstOrDefault(one => one.Kind == change.Kind)
            ?? throw new ToolFailure("cannot_undo", $"This version of the server cannot undo: {change.Summary}.");
        CheckLevel(reversal.Level, change);
        var done = await reversal.UndoAsync(account, undo, cancellationToken);
        var isFirst = await journal.MarkUndoneAsync(account.UserId, change.Id, CancellationToken.None);
        return new($"Undone: {change.Summary}. {done}{(isFirst ? "" : " Another call undid the same change at the same time.")}", Id: change.Id);
    }

    private async Task<(RecordedChange Change, GoogleAccount Account)> FindAsync(string? changeId, CancellationToken cancellationToken)
    {
        var allowed = (await accounts.AllowedAsync(cancellationToken)).ToDictionary(account => account.Id, StringComparer.Ordinal);
        var userId = call.Caller.UserId;
        if (string.IsNullOrWhiteSpace(changeId))
        {
            var changes = await journal.ListAsync(userId, LookedAt, cancellationToken);
            var last = changes.FirstOrDefault(one => one.UndoneAt is null && allowed.ContainsKey(one.AccountId));
            return last is not null
                ? (last, allowed[last.AccountId])
                : throw new ToolFailure("nothing_to_undo", "There is no change to undo.");
        }

        return await journal.FindAsync(userId, changeId.Trim(), cancellationToken) is { } change && allowed.TryGetValue(change.AccountId, out var account)
            ? (change, account)
            : throw new ToolFailure(
                "unknown_change",
                $"There is no change '{changeId}'. Changes answer with an undo_id; without one change_undo takes the last change.");
    }

    private void CheckLevel(PermissionLevel level, RecordedChange change)
    {
        if (call.Caller.Grants.Level < level)
            throw new ToolFailure("level", $"Undoing this needs a key of the level '{level.ToString().ToLowerInvariant()}': {change.Summary}.");
    }

    private static ChangeResult Result(OutboxResult answer) => new(answer.ToText());
}
