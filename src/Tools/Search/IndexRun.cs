using Assistant.Retrieval.Index;
using Assistant.TokenStore;

namespace Assistant.Tools.Search;

/// <summary>How far a run is.</summary>
/// <param name="Documents">Read by this run.</param>
/// <param name="Seen">Mails of the mailbox looked at, by this run and those before it; null where only changes are followed.</param>
/// <param name="Total">Mails of the mailbox.</param>
public sealed record IndexReport(int Documents, int? Seen, int? Total);

/// <summary>One run of the filling of one account's index, which no other process fills meanwhile.</summary>
internal sealed class IndexRun(GoogleAccount account, AccountIndex index, string owner, TimeProvider time, Action<IndexReport>? report)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public GoogleAccount Account => account;

    public AccountIndex Index => index;

    public IndexProgress Progress { get; set; } = new();

    /// <summary>Ids of labels whose mail is left out.</summary>
    public IReadOnlySet<string> LeftOut { get; set; } = new HashSet<string>();

    public int Count { get; private set; }

    /// <summary>Mails of the page that is being read, which the progress counts when the page is done: a killed run reads a page again.</summary>
    public int SeenInPage { get; set; }

    /// <param name="documents">Added.</param>
    /// <param name="seen">Mails looked at.</param>
    public void Did(int documents, int seen = 0)
    {
        Count += documents;
        SeenInPage += seen;
        report?.Invoke(Progress.IsMailComplete ? new(Count, null, null) : new(Count, Progress.Seen + SeenInPage, Progress.Total));
    }

    /// <summary>Takes the right to fill the index.</summary>
    public Task<bool> TryTakeAsync(CancellationToken cancellationToken) => index.TryLeaseAsync(owner, time.GetUtcNow(), Lease, cancellationToken);

    /// <exception cref="ToolFailure">Another process has taken over.</exception>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (!await TryTakeAsync(cancellationToken))
            throw new ToolFailure("index_taken", "Another process fills this index now.");
    }

    public Task SaveAsync(CancellationToken cancellationToken) => index.SaveProgressAsync(Progress.Write(), cancellationToken);

    public Task ReleaseAsync() => index.ReleaseAsync(owner, CancellationToken.None);
}
