using System.Net.Http.Headers;

namespace Assistant.GoogleSandbox.Tests.Pipeline;

public sealed class AccessTests
{
    private const string Profile = "/gmail/v1/users/me/profile";

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ya29.unknown")]
    [InlineData("Basic YTpi")]
    public async Task A_request_without_a_good_token_gets_401(string? authorization)
    {
        await using var sandbox = await Sandbox.StartAsync();
        if (authorization is not null)
            sandbox.Client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(authorization);

        using var response = await sandbox.Client.GetAsync(Profile, TestContext.Current.CancellationToken);

        Assert.Equal((401, "authError"), await sandbox.RefusalAsync(Profile));
        Assert.Contains("invalid_token", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Host.Violations);
    }

    [Fact]
    public async Task A_refresh_token_opens_no_mailbox()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var tokens = sandbox.Host.GrantTokens(SmallWorld.Ada, Sandbox.ReadOnly);
        sandbox.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.RefreshToken);

        Assert.Equal(401, (await sandbox.RefusalAsync(Profile)).Code);
    }

    [Theory]
    [InlineData("me", true)]
    [InlineData("ada@example.com", true)]
    [InlineData("Ada%40example.com", true)]
    [InlineData("ben@example.com", false)]
    [InlineData("nobody@example.com", false)]
    public async Task A_token_opens_one_mailbox_only(string user, bool opens)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada);

        using var response = await sandbox.Client.GetAsync($"/gmail/v1/users/{user}/profile", TestContext.Current.CancellationToken);

        Assert.Equal(opens ? 200 : 403, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_message_of_somebody_else_is_as_unknown_as_one_that_does_not_exist()
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("Mine", "text"));
        var bens = (await sandbox.As(SmallWorld.Ben).GmailAsync("messages"))["messages"]![0]!["id"]!.GetValue<string>();

        sandbox.As(SmallWorld.Ada);

        Assert.Equal((404, "notFound"), await sandbox.RefusalAsync($"/gmail/v1/users/me/messages/{bens}"));
        Assert.Equal((404, "notFound"), await sandbox.RefusalAsync($"/gmail/v1/users/me/threads/{bens}"));
        Assert.Equal((404, "notFound"), await sandbox.RefusalAsync("/gmail/v1/users/me/messages/0123456789abcdef"));
        Assert.Single((await sandbox.GmailAsync("messages"))["messages"]!.AsArray());
    }

    [Theory]
    [InlineData("https://www.googleapis.com/auth/gmail.send", "messages", 403)]
    [InlineData("https://www.googleapis.com/auth/gmail.labels", "labels", 200)]
    [InlineData("https://www.googleapis.com/auth/gmail.labels", "messages", 403)]
    [InlineData("https://www.googleapis.com/auth/gmail.modify", "messages", 200)]
    [InlineData("https://www.googleapis.com/auth/calendar", "profile", 403)]
    [InlineData("openid", "profile", 403)]
    [InlineData("https://www.googleapis.com/auth/gmail.metadata", "messages", 200)]
    [InlineData("https://www.googleapis.com/auth/gmail.metadata", "messages?q=x", 403)]
    public async Task Each_method_asks_for_its_scopes(string scope, string path, int expected)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada, scope);

        using var response = await sandbox.Client.GetAsync($"/gmail/v1/users/me/{path}", TestContext.Current.CancellationToken);

        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_refusal_for_scopes_has_Googles_reason()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada, "openid");

        Assert.Equal((403, "insufficientPermissions"), await sandbox.RefusalAsync(Profile));
    }

    [Theory]
    [InlineData("full", 403)]
    [InlineData("raw", 403)]
    [InlineData("metadata", 200)]
    [InlineData("minimal", 200)]
    public async Task The_metadata_scope_shows_no_bodies(string format, int expected)
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("Mine", "text"));
        sandbox.As(SmallWorld.Ada, "https://www.googleapis.com/auth/gmail.metadata");
        var id = (await sandbox.GmailAsync("messages"))["messages"]![0]!["id"]!;

        using var response = await sandbox.Client.GetAsync($"/gmail/v1/users/me/messages/{id}?format={format}", TestContext.Current.CancellationToken);

        Assert.Equal(expected, (int)response.StatusCode);
    }
}
