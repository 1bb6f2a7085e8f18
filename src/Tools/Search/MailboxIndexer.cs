using Assistant.Retrieval.Embedding;
using Assistant.Retrieval.Index;
using Assistant.TokenStore;

namespace Assistant.Tools.Search;

/// <summary>Brings the index of one account up to date: mail, events, and what is learned from them. A killed run goes on where it was.</summary>
internal sealed class MailboxIndexer(MailFiller mail, EventFiller events, IndexShelf shelf, CurrentCall call, TimeProvider time)
{
    /// <param name="account">Whose mail.</param>
    /// <param name="report">Called after each step.</param>
    /// <param name="cancellationToken">Ends it; the next run goes on.</param>
    /// <returns>How many documents were read, or null where another process is at it.</returns>
    /// <exception cref="ToolFailure">Google or the embedding service refused, or could not be reached.</exception>
    public async Task<int?> RunAsync(GoogleAccount account, Action<IndexReport>? report, CancellationToken cancellationToken)
    {
        // Whoever waits for mail goes first.
        call.IsBackground = true;
        var index = await shelf.OpenAsync(account.UserId, account.Id, cancellationToken);
        var run = new IndexRun(account, index, Guid.NewGuid().ToString("n"), time, report);
        if (!await run.TryTakeAsync(cancellationToken))
            return null;
        try
        {
            run.Progress = IndexProgress.Read(await index.ProgressAsync(cancellationToken));
            await mail.FillAsync(run, cancellationToken);
            await events.FillAsync(run, cancellationToken);
            run.Progress = run.Progress with { At = time.GetUtcNow() };
            await run.SaveAsync(cancellationToken);
            await index.LearnAsync(complete: true, () => run.KeepAsync(cancellationToken), cancellationToken);
            return run.Count;
        }
        catch (EmbeddingServiceException failure)
        {
            throw new ToolFailure("embedding_failed", failure.Message, failure);
        }
        finally
        {
            await run.ReleaseAsync();
        }
    }
}
