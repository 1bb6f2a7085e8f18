using Assistant.TokenStore;
using Assistant.Tools.Conversations;
using Assistant.Tools.Models;
using Microsoft.Extensions.Logging;

namespace Assistant.Tools.Agreements;

/// <summary>Carries out held entries of everybody when they are due, in every process that serves; the lease lets only one of them do it.</summary>
public sealed partial class OutboxWorker
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BetweenPurges = TimeSpan.FromMinutes(10);

    private readonly IOutboxStore _outbox;
    private readonly DraftExpiry _drafts;
    private readonly ConversationExpiry _conversations;
    private readonly OutboxRunner _runner;
    private readonly AgreementTiming _timing;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxWorker> _log;

    internal OutboxWorker(
        IOutboxStore outbox, DraftExpiry drafts, ConversationExpiry conversations, OutboxRunner runner, AgreementTiming timing, TimeProvider time, ILogger<OutboxWorker> log) =>
        (_outbox, _drafts, _conversations, _runner, _timing, _time, _log) = (outbox, drafts, conversations, runner, timing, time, log);

    /// <summary>Goes on until it is cancelled; what is under way then is finished first.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var purged = long.MinValue;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (purged == long.MinValue || _time.GetElapsedTime(purged) > BetweenPurges)
                {
                    await _outbox.PurgeAsync(_timing.Kept, cancellationToken);
                    await _drafts.PurgeAsync(cancellationToken);
                    await _conversations.PurgeAsync(null, cancellationToken);
                    purged = _time.GetTimestamp();
                }

                await RunDueAsync(cancellationToken);
                await Task.Delay(await SleepAsync(cancellationToken), _time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure.GetType().Name);
                await Task.Delay(LongestSleep, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Carries out all that is due now.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        while (await _runner.RunNextAsync(cancellationToken))
            count++;
        return count;
    }

    private async Task<TimeSpan> SleepAsync(CancellationToken cancellationToken)
    {
        if (await _outbox.NextDueAsync(cancellationToken) is not { } next)
            return LongestSleep;
        var wait = next - _time.GetUtcNow();
        return wait < ShortestSleep ? ShortestSleep : wait < LongestSleep ? wait : LongestSleep;
    }

    [LoggerMessage(1, LogLevel.Error, "The outbox could not be worked on: {Exception}")]
    private partial void LogFailed(string exception);
}
