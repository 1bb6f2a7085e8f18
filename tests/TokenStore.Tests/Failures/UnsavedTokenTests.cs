namespace Assistant.TokenStore.Tests.Failures;

public sealed class UnsavedTokenTests : SqliteTest
{
    [Fact]
    public async Task A_rotated_refresh_token_that_could_not_be_stored_is_stored_at_the_next_attempt()
    {
        var account = await ConnectAsync("alice");
        Backend.Refresher.Answer = (count, _, _) => Task.FromResult(FakeRefresher.Fresh(count, rotated: "rotated"));
        var rows = new FlakyTokenRows(Backend.Get<ITokenRows>()) { FailuresLeft = 1 };
        var refresh = new TokenRefresh(rows, Backend.Get<TokenSeal>(), Backend.Refresher, Backend.Time);
        await using var tokens = new AccessTokens(refresh, Backend.Get<TokenSeal>(), Backend.Get<IAuditLog>(), Backend.Time);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => tokens.GetAsync(account, Stop));
        Assert.Equal("refresh-old", (await ReadAsync(account))?.RefreshToken.Value);

        Assert.Equal("fresh-1", (await tokens.GetAsync(account, Stop)).Value);
        Assert.Equal("rotated", (await ReadAsync(account))?.RefreshToken.Value);
        Assert.Equal(1, Backend.Refresher.Count);
    }
}
