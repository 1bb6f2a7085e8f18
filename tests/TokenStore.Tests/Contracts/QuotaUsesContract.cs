namespace Assistant.TokenStore.Tests.Contracts;

public abstract class QuotaUsesContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private IQuotaUses Uses => Backend.Get<IQuotaUses>();

    [Fact]
    public async Task Each_process_sees_what_the_others_noted_last_until_it_is_old()
    {
        Assert.Empty(await TellAsync("a", "Gmail", "p1", 10, 0));
        Assert.Equal([new QuotaUseRow("p1", 10, 3, Start)], await TellAsync("a", "Gmail", "p2", 20, 1));
        Assert.Equal([new QuotaUseRow("p2", 20, 3, Start.AddSeconds(1))], await TellAsync("a", "Gmail", "p1", 15, 2));
        Assert.Empty(await TellAsync("a", "Calendar", "p3", 1, 2));
        Assert.Empty(await TellAsync("b", "Gmail", "p3", 1, 2));
        Assert.Equal(["p1"], (await TellAsync("a", "Gmail", "p2", 21, 182)).Select(use => use.Process));
    }

    private Task<IReadOnlyList<QuotaUseRow>> TellAsync(string account, string api, string process, long spent, int second) =>
        Uses.ExchangeAsync(account, api, new(process, spent, 3, Start.AddSeconds(second)), TestContext.Current.CancellationToken);
}
