using Google.Apis.Auth.OAuth2;
using Google.Apis.Gmail.v1;
using Google.Apis.Services;

namespace Assistant.GoogleSandbox.Tests;

/// <summary>What a client in the official shape sends fits Google's description.</summary>
public sealed class OfficialClientTests
{
    [Fact]
    public async Task Switches_lists_and_numbers_are_written_as_Google_reads_them()
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("Hello", "World"));
        using var gmail = new GmailService(new BaseClientService.Initializer
        {
            BaseUri = sandbox.Host.BaseAddress.AbsoluteUri,
            HttpClientInitializer = GoogleCredential.FromAccessToken(sandbox.Host.GrantTokens(SmallWorld.Ada, Sandbox.ReadOnly).AccessToken),
        });
        var list = gmail.Users.Messages.List("me");
        list.IncludeSpamTrash = true;
        list.LabelIds = new(["INBOX"]);
        list.MaxResults = 5;

        var found = await list.ExecuteAsync(TestContext.Current.CancellationToken);
        var message = await gmail.Users.Messages.Get("me", found.Messages[0].Id).ExecuteAsync(TestContext.Current.CancellationToken);

        Assert.Equal("World", message.Snippet);
        Assert.Empty(sandbox.Host.Violations);
    }
}
