using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Organise;

/// <summary>One id that was not changed, as far as Gmail's answers tell.</summary>
/// <param name="Id">Of the message or thread.</param>
/// <param name="Why">What Gmail said to it, or to the one after which it was not asked any more.</param>
/// <param name="IsOpen">It may have been changed: the answer was lost.</param>
internal sealed record Unchanged(string Id, ToolFailure Why, bool IsOpen);

/// <summary>Puts labels on and off. A part that fails is told exactly and does not keep the others from being tried.</summary>
internal sealed class LabelWriter(GoogleServices google)
{
    private const int AtOnce = 8;

    /// <summary>Messages in one batchModify. It takes 1,000; in smaller ones less is lost where one is refused, and it costs little.</summary>
    private const int Batch = 250;
    private const int SmallBatch = 25;

    public async Task<IReadOnlyList<Unchanged>> WriteAsync(
        GoogleAccount account, MailTargets targets, LabelChange change, CancellationToken cancellationToken) =>
        targets.AreThreads
            ? await SinglyAsync(targets.Ids, id => ThreadAsync(account, id, change, cancellationToken), cancellationToken)
            : await InBatchesAsync(account, targets.Ids, Batch, change, cancellationToken);

    /// <summary>One message at a time: slower than in batches, but batchModify is silent about an id that does not exist.</summary>
    public Task<IReadOnlyList<Unchanged>> WriteSinglyAsync(
        GoogleAccount account, IReadOnlyList<string> ids, LabelChange change, CancellationToken cancellationToken) =>
        SinglyAsync(ids, id => MessageAsync(account, id, change, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<Unchanged>> InBatchesAsync(
        GoogleAccount account, IReadOnlyList<string> ids, int size, LabelChange change, CancellationToken cancellationToken)
    {
        var unchanged = new List<Unchanged>();
        ToolFailure? end = null;
        foreach (var part in ids.Chunk(size))
        {
            if (end is not null)
            {
                unchanged.AddRange(part.Select(id => new Unchanged(id, end, IsOpen: false)));
                continue;
            }

            var failure = await TryAsync(() => BatchAsync(account, part, change, cancellationToken));
            if (failure is null)
                continue;
            if (IsRefusal(failure))
            {
                // One bad id spoils a batch: smaller ones, then single messages, find it.
                unchanged.AddRange(size > SmallBatch
                    ? await InBatchesAsync(account, part, SmallBatch, change, cancellationToken)
                    : await WriteSinglyAsync(account, part, change, cancellationToken));
                continue;
            }

            unchanged.AddRange(part.Select(id => new Unchanged(id, failure, failure.IsLostAnswer())));
            end = EndsAll(failure) ? failure : null;
        }

        return unchanged;
    }

    private static async Task<IReadOnlyList<Unchanged>> SinglyAsync(IReadOnlyList<string> ids, Func<string, Task> write, CancellationToken cancellationToken)
    {
        var answers = new Unchanged?[ids.Count];
        ToolFailure? end = null;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, ids.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, _) =>
            {
                if (Volatile.Read(ref end) is { } before)
                {
                    answers[i] = new(ids[i], before, IsOpen: false);
                }
                else if (await TryAsync(() => write(ids[i])) is { } failure)
                {
                    answers[i] = new(ids[i], failure, failure.IsLostAnswer());
                    if (EndsAll(failure))
                        Volatile.Write(ref end, failure);
                }
            });
        return [.. answers.OfType<Unchanged>()];
    }

    private Task<string> BatchAsync(GoogleAccount account, string[] ids, LabelChange change, CancellationToken cancellationToken) =>
        google.GmailAsync(account, "these messages", service =>
        {
            var body = new BatchModifyMessagesRequest { Ids = ids, AddLabelIds = [.. change.Add], RemoveLabelIds = [.. change.Remove] };
            return service.Users.Messages.BatchModify(body, "me").ExecuteAsync(cancellationToken);
        });

    private Task<Message> MessageAsync(GoogleAccount account, string id, LabelChange change, CancellationToken cancellationToken) =>
        google.GmailAsync(account, $"message {id}", service => service.Users.Messages.Modify(
            new ModifyMessageRequest { AddLabelIds = [.. change.Add], RemoveLabelIds = [.. change.Remove] }, "me", id).ExecuteAsync(cancellationToken));

    private Task<global::Google.Apis.Gmail.v1.Data.Thread> ThreadAsync(
        GoogleAccount account, string id, LabelChange change, CancellationToken cancellationToken) =>
        google.GmailAsync(account, $"thread {id}", service =>
        {
            if (ReferenceEquals(change, LabelChange.Trash))
                return service.Users.Threads.Trash("me", id).ExecuteAsync(cancellationToken);
            if (ReferenceEquals(change, LabelChange.Untrash))
                return service.Users.Threads.Untrash("me", id).ExecuteAsync(cancellationToken);
            return service.Users.Threads.Modify(
                new ModifyThreadRequest { AddLabelIds = [.. change.Add], RemoveLabelIds = [.. change.Remove] }, "me", id).ExecuteAsync(cancellationToken);
        });

    private static async Task<ToolFailure?> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
            return null;
        }
        catch (ToolFailure failure)
        {
            return failure;
        }
    }

    private static bool IsRefusal(ToolFailure failure) => failure.Code is "not_found" or "google_refused";

    /// <summary>What the next request would only meet again.</summary>
    private static bool EndsAll(ToolFailure failure) => failure.Code is not ("not_found" or "google_refused" or "google_failed");
}
