namespace Assistant.TokenStore.Tests;

public sealed class GrantsTextTests
{
    [Theory]
    [InlineData("""{"ReadOnly":true,"Tools":null,"Accounts":["work"]}""", PermissionLevel.Read)]
    [InlineData("""{"ReadOnly":false,"Tools":null,"Accounts":["work"]}""", PermissionLevel.Send)]
    public void A_key_of_before_there_were_levels_keeps_its_bound_and_asks_before_it_sends(string stored, PermissionLevel level)
    {
        var grants = GrantsText.Read(stored);

        Assert.Equal(level, grants.Level);
        Assert.Equal(SendPolicy.Ask, grants.Sending);
        Assert.Equal(["work"], grants.Accounts);
    }

    [Fact]
    public void What_says_nothing_allows_the_least() => Assert.Equal(PermissionLevel.Read, GrantsText.Read("{}").Level);
}
