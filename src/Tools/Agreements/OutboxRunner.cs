using System.Security.Cryptography;
using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Tools.Agreements;

/// <summary>Carries out agreed entries under a lease. Once begun nobody's cancellation stops it: whether a mail left must not depend on a client's patience.</summary>
internal sealed partial class OutboxRunner(
    IOutboxStore outbox, OutboxCallers callers, IAuditLog audit, IServiceScopeFactory scopes, AgreementTiming timing, TimeProvider time, ILogger<OutboxRunner> log)
{
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "google_limit", "google_unreachable", "google_failed", "google_unavailable" };

    private readonly string _owner = RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Carries this entry out if it is due and free.</summary>
    /// <returns>The entry as it is afterwards.</returns>
    public async Task<OutboxEntry> RunAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var owner = NewOwner();
        if (await outbox.ClaimAsync(entry.Id, owner, timing.Lease, CancellationToken.None) is { } claimed)
            await CarryOutAsync(claimed, owner);
        return await outbox.FindAsync(entry.UserId, entry.Id, CancellationToken.None) ?? entry;
    }

    /// <summary>Carries out whatever is due first, of any user. False where nothing is.</summary>
    public async Task<bool> RunNextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var owner = NewOwner();
        if (await outbox.ClaimNextAsync(owner, timing.Lease, CancellationToken.None) is not { } claimed)
            return false;
        await CarryOutAsync(claimed, owner);
        return true;
    }

    /// <summary>Each piece of work has an owner of its own: two of one process must not share a lease.</summary>
    private string NewOwner() => $"{_owner}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    private async Task CarryOutAsync(OutboxEntry entry, string owner)
    {
        if (entry.Progress is null && entry.DueAt is { } due && due + timing.Overdue < time.GetUtcNow())
        {
            await outbox.ReopenAsync(entry.Id, owner, CancellationToken.None);
            return;
        }

        using var done = new CancellationTokenSource();
        var beating = BeatAsync(entry.Id, owner, done.Token);
        try
        {
            await AttemptAsync(entry, owner);
        }
        catch (LeaseLostException)
        {
            // Whoever has it now looks before they do anything.
        }
        finally
        {
            await done.CancelAsync();
            await beating;
        }
    }

    private async Task AttemptAsync(OutboxEntry entry, string owner)
    {
        var started = time.GetTimestamp();
        var begun = entry.Progress is not null;
        var correlation = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        ActionOutcome outcome;
        try
        {
            var (caller, account) = await callers.OfAsync(entry, CancellationToken.None);
            // What cannot be recorded is not done.
            Record(entry, correlation, "ok", "begun", started);
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentCall>().Begin(caller, "outbox." + entry.Kind, correlation);
            var action = scope.ServiceProvider.GetServices<IAgreedAction>().Single(one => one.Kind == entry.Kind);
            var work = new AgreedWork(entry.Id, account, entry.Payload, entry.Progress, () => outbox.OpenContent(entry), async (progress, _) =>
            {
                begun = true;
                await outbox.NoteAsync(entry, owner, progress, CancellationToken.None);
            });
            outcome = await action.RunAsync(work, CancellationToken.None);
        }
        catch (ToolFailure failure) when (Passing.Contains(failure.Code) && (entry.DueAt ?? entry.CreatedAt) + timing.Overdue > time.GetUtcNow() + timing.Retry)
        {
            Record(entry, correlation, "failed", failure.Code, started);
            await outbox.ReleaseAsync(entry.Id, owner, entry.DueAt is { } due && due > time.GetUtcNow() ? due : time.GetUtcNow() + timing.Retry, CancellationToken.None);
            return;
        }
        catch (ToolFailure failure)
        {
            outcome = new(OutboxState.NotDone, $"Nothing happened: {failure.Message}");
        }
        catch (StoreUnavailableException failure) when (!begun)
        {
            LogFailed(entry.Kind, failure.GetType().Name);
            await outbox.ReleaseAsync(entry.Id, owner, time.GetUtcNow() + timing.Retry, CancellationToken.None);
            return;
        }
        catch (Exception failure) when (failure is not (LeaseLostException or StoreUnavailableException))
        {
            // Never an exception's own words: they may carry content.
            LogFailed(entry.Kind, failure.GetType().Name);
            outcome = begun
                ? new(OutboxState.Unknown, "The server failed in the middle of it. It is not repeated: look in the mailbox whether it happened.")
                : new(OutboxState.NotDone, "Nothing happened: the server failed before it began.");
        }

        await outbox.FinishAsync(entry, owner, outcome.State, OutboxResults.Write(outcome), CancellationToken.None);
        Record(entry, correlation, outcome.State == OutboxState.Done ? "ok" : "failed", outcome.State.ToString().ToLowerInvariant(), started);
    }

    private async Task BeatAsync(string id, string owner, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(timing.Lease / 3, time, cancellationToken);
                await outbox.KeepAsync(id, owner, timing.Lease, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or StoreUnavailableException or ObjectDisposedException)
        {
            // Done; or the lease runs out, and the next note fails.
        }
    }

    private void Record(OutboxEntry entry, string correlation, string outcome, string detail, long started) => audit.Record(new AuditEntry(
        time.GetUtcNow(), entry.UserId, entry.KeyId, "outbox." + entry.Kind, entry.AccountId, outcome, detail, time.GetElapsedTime(started), correlation));

    [LoggerMessage(1, LogLevel.Error, "An outbox entry of kind {Kind} failed: {Exception}")]
    private partial void LogFailed(string kind, string exception);
}
