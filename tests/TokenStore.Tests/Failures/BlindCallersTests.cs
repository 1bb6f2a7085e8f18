using Assistant.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.TokenStore.Tests.Failures;

public sealed class BlindCallersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_revocations_cannot_be_watched_every_request_asks_the_store()
    {
        var rows = new BlindRows();
        await using var callers = new CachedCallers(rows, new ManualTime(), NullLogger<CachedCallers>.Instance);
        for (var i = 0; i < 3; i++)
            Assert.NotNull(await callers.FromUserAsync("alice", Stop));
        Assert.Equal(3, rows.Asked);
        rows.IsKnown = false;
        Assert.Null(await callers.FromUserAsync("alice", Stop));
    }

    private sealed class BlindRows : ICallerRows
    {
        public int Asked { get; private set; }

        public bool IsKnown { get; set; } = true;

        public Task<CallerRow?> ByKeyAsync(byte[] digest, CancellationToken cancellationToken) => Task.FromResult<CallerRow?>(null);

        public Task<CallerRow?> ByUserAsync(string userName, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(IsKnown ? new CallerRow(new Caller("id", userName, Grants.All, null), "", null, Revision: 1) : null);
        }

        public Task<long> RevisionAsync(CancellationToken cancellationToken) => throw new StoreUnavailableException("locked");
    }
}
