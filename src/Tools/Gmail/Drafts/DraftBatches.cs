using System.Collections.Concurrent;
using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Compose;
using Assistant.Tools.Gmail.Outbox;
using Assistant.Tools.Undo;

namespace Assistant.Tools.Gmail.Drafts;

/// <summary>What the journal keeps of drafts that are made together.</summary>
/// <param name="Key">The caller's, or null.</param>
/// <param name="Digest">Of the call.</param>
/// <param name="Count">How many there shall be.</param>
/// <param name="Drafts">Those that were begun, in order; only the last can be without an id.</param>
internal sealed record DraftBatch(string? Key, string? Digest, int Count, IReadOnlyList<DraftChange> Drafts)
{
    public const string Created = "draft.batch";

    public bool IsWhole => Drafts.Count == Count && Drafts[^1].Id is not null;

    public static string Write(DraftBatch batch) => JsonSerializer.Serialize(batch);

    public static DraftBatch Read(string undo) => JsonSerializer.Deserialize<DraftBatch>(undo)!;
}

/// <param name="Ids">Of the drafts that are there, in order.</param>
/// <param name="Earlier">How many of them an equal call had made before.</param>
/// <param name="UndoId">Takes all back.</param>
/// <param name="Stopped">Why the next one was not made, or null.</param>
internal sealed record MadeBatch(IReadOnlyList<string> Ids, int Earlier, string UndoId, ToolFailure? Stopped);

/// <summary>
/// Makes drafts together. One entry of the journal, written before each draft, knows them all: so one undo takes all back, and the same call again makes none
/// twice, but goes on where an earlier one ended, however it ended.
/// </summary>
internal sealed class DraftBatches(
    MailComposer composer, DraftDesk desk, DraftMaker maker, IChangeJournal journal, BatchTurns turns, AgreementTiming timing, CurrentCall call, TimeProvider time)
{
    /// <exception cref="ToolFailure">The key was used for another call, or none could be begun.</exception>
    public Task<MadeBatch> CreateAsync(GoogleAccount account, IReadOnlyList<MailWish> wishes, string? key, CancellationToken cancellationToken) =>
        turns.RunAsync(account.UserId, () => MakeAsync(account, wishes, key, cancellationToken), cancellationToken);

    private async Task<MadeBatch> MakeAsync(GoogleAccount account, IReadOnlyList<MailWish> wishes, string? key, CancellationToken cancellationToken)
    {
        var (id, known) = await EarlierAsync(account, key, cancellationToken);
        var batch = known ?? new(key, call.Request?.Digest, wishes.Count, []);
        var drafts = batch.Drafts.ToList();
        // Whether the last one was made is not known: its Message-ID tells.
        if (drafts is [.., { Id: null } last])
        {
            drafts.RemoveAt(drafts.Count - 1);
            if (await maker.FindAsync(account, last.MessageId!, cancellationToken) is { } found)
                drafts.Add(new(found.Id));
        }

        var earlier = drafts.Count;
        ToolFailure? stopped = null;
        try
        {
            while (drafts.Count < wishes.Count)
            {
                var mail = await composer.ComposeAsync(wishes[drafts.Count], account.Nickname, cancellationToken);
                drafts.Add(new(null, mail.Mail.MessageId));
                await NoteAsync(cancellationToken);
                drafts[^1] = new((await desk.MakeAsync(mail, cancellationToken)).Id);
            }
        }
        catch (ToolFailure failure) when (id is not null)
        {
            stopped = failure;
        }

        if (known?.IsWhole is not true)
            await NoteAsync(CancellationToken.None);
        return new([.. drafts.Select(draft => draft.Id).OfType<string>()], earlier, id!, stopped);

        int Made() => drafts.Count(draft => draft.Id is not null);

        async Task NoteAsync(CancellationToken token)
        {
            var (summary, undo) = ($"{Made()} draft{(Made() == 1 ? "" : "s")} made, the first '{wishes[0].Subject}'", DraftBatch.Write(batch with { Drafts = drafts }));
            if (id is null)
                id = await journal.RecordAsync(new(account.UserId, account.Id, DraftBatch.Created, summary, undo), token);
            else
                await journal.CompleteAsync(account.UserId, id, summary, undo, token);
        }
    }

    /// <summary>The batch that this call repeats: by the caller's key; without one by the call's digest, as long as it is not over and a while after. What was undone is wanted anew.</summary>
    private async Task<(string? Id, DraftBatch? Batch)> EarlierAsync(GoogleAccount account, string? key, CancellationToken cancellationToken)
    {
        foreach (var change in (await journal.ListAsync(account.UserId, DraftBatch.Created, cancellationToken)).Where(change => change.AccountId == account.Id && change.UndoneAt is null))
        {
            var batch = DraftBatch.Read(change.Undo!);
            var isSame = batch.Digest == call.Request?.Digest;
            if (batch.Key != key || (key is null && (!isSame || change.At <= time.GetUtcNow() - (batch.IsWhole ? timing.SameCall : timing.Waiting))))
                continue;
            return isSame ? (change.Id, batch) : throw new ToolFailure("idempotency_conflict", $"This idempotency_key was used for other drafts. Use a new one, or take those back: change_undo {change.Id}.");
        }

        return (null, null);
    }
}

/// <summary>One batch of a user at a time: an equal call that comes meanwhile waits, and finds what the first made.</summary>
internal sealed class BatchTurns
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    public async Task<TResult> RunAsync<TResult>(string userId, Func<Task<TResult>> run, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(userId, _ => new(1, 1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await run();
        }
        finally
        {
            turn.Release();
        }
    }
}

internal sealed class DraftBatchReversal(DraftMaker maker) : IReversal
{
    public string Kind => DraftBatch.Created;

    public PermissionLevel Level => PermissionLevel.Draft;

    public async Task<string> UndoAsync(GoogleAccount account, string undo, CancellationToken cancellationToken)
    {
        var (drafts, deleted) = (DraftBatch.Read(undo).Drafts, 0);
        foreach (var draft in drafts)
        {
            if (await draft.TakeBackAsync(maker, account, cancellationToken))
                deleted++;
        }

        return deleted == 0
            ? throw new ToolFailure("cannot_undo", "None of the drafts is there any more: they were sent or deleted.")
            : $"{deleted} draft{(deleted == 1 ? " was" : "s were")} deleted.{(deleted < drafts.Count ? $" {drafts.Count - deleted} of them {(drafts.Count - deleted == 1 ? "is" : "are")} not there any more: sent or deleted." : "")}";
    }
}
