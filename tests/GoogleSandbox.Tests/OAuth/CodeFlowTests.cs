using System.Net;
using System.Net.Http.Headers;

namespace Assistant.GoogleSandbox.Tests.OAuth;

public sealed class CodeFlowTests
{
    [Fact]
    public async Task A_code_with_its_verifier_gives_tokens_that_open_the_mailbox()
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("Hello", "World"));
        var flow = new CodeFlow(sandbox);

        var redirect = await flow.DecideAsync("allow", SmallWorld.Ada, Sandbox.ReadOnly);
        var (status, tokens) = await flow.ExchangeAsync(redirect["code"]);

        Assert.Equal("the state", redirect["state"]);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Bearer", tokens["token_type"]!.GetValue<string>());
        Assert.Equal(Sandbox.ReadOnly, tokens["scope"]!.GetValue<string>());
        Assert.NotNull(tokens["refresh_token"]);
        Assert.Null(tokens["id_token"]);
        sandbox.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens["access_token"]!.GetValue<string>());
        var list = await sandbox.GmailAsync("messages");
        var message = await sandbox.GmailAsync($"messages/{list["messages"]![0]!["id"]}");
        Assert.Equal("World", message["snippet"]!.GetValue<string>());
        Assert.Empty(sandbox.Host.Violations);
    }
}
