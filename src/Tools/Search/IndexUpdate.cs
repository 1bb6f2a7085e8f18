using System.Globalization;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using ModelContextProtocol;

namespace Assistant.Tools.Search;

/// <summary>Brings the caller's indexes up to date while the caller waits and is told how far it is.</summary>
internal sealed class IndexUpdate(GoogleAccounts accounts, MailboxIndexer indexer, IndexSearch search, TimeProvider time)
{
    private const int DefaultSeconds = 30;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Ends when all is done or the time is over; what is left is done in the background or by the next call.</summary>
    public async Task<IndexStatus> RunAsync(string? account, int? maxSeconds, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(maxSeconds ?? DefaultSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var done = 0;
        foreach (var one in await accounts.SeveralAsync(account, cancellationToken))
        {
            try
            {
                // Another process that fills it is waited for.
                while (await indexer.RunAsync(one, report => Tell(one, report), either.Token) is null)
                    await Task.Delay(BetweenLooks, time, either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                break;
            }
        }

        return await search.StatusAsync(account, cancellationToken);

        void Tell(GoogleAccount one, IndexReport report) => progress.Report(new()
        {
            // Progress only ever grows, over all accounts.
            Progress = done = Math.Max(done + 1, report.Seen ?? report.Documents),
            Total = report.Total,
            Message = string.Create(CultureInfo.InvariantCulture, $"{one.Nickname}: {report.Documents} read"),
        });
    }
}
