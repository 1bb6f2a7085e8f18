using Assistant.TokenStore;

namespace Assistant.Server.Tests.Transports;

/// <summary>The same callers, over a store that can be made unavailable.</summary>
internal sealed class FailingCallers(ICallers callers) : ICallers
{
    public StoreUnavailableException? Failure { get; set; }

    public ValueTask<CallerLease?> FromKeyAsync(string presentedKey, CancellationToken cancellationToken) =>
        Failure is null ? callers.FromKeyAsync(presentedKey, cancellationToken) : throw Failure;

    public ValueTask<CallerLease?> FromUserAsync(string userName, CancellationToken cancellationToken) =>
        Failure is null ? callers.FromUserAsync(userName, cancellationToken) : throw Failure;
}
