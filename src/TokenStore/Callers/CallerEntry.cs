namespace Assistant.TokenStore;

/// <summary>A caller that was handed out, and the source of its end.</summary>
#pragma warning disable CA1001 // The source has no timer and no wait handle, and its token outlives the entry in open streams: nothing to dispose of.
internal sealed class CallerEntry
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _revoked = new();
    private long _revision;

    public CallerEntry(CallerRow row)
    {
        Row = row;
        _revision = row.Revision;
        Lease = new CallerLease(row.Caller, _revoked.Token);
    }

    public CallerRow Row { get; }

    public CallerLease Lease { get; }

    /// <summary>The store's revision at which this was last found to be true.</summary>
    public long Revision
    {
        get => Volatile.Read(ref _revision);
        set => Volatile.Write(ref _revision, value);
    }

    public bool IsExpired(DateTimeOffset now) => Row.ExpiresAt <= now;

    public bool StillHolds(CallerRow? now) => now is not null
        && now.Caller.UserId == Row.Caller.UserId
        && now.Caller.UserName == Row.Caller.UserName
        && now.GrantsText == Row.GrantsText
        && now.ExpiresAt == Row.ExpiresAt;

    /// <summary>Ends what is open; on the pool, because what ends may take its time.</summary>
    public void Revoke() => _ = _revoked.CancelAsync();
}
