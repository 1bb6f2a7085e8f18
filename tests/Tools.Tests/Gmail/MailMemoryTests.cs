using Assistant.TokenStore;
using Assistant.Tools.Gmail;
using Assistant.Tools.Tests.Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Tests.Gmail;

public sealed class MailMemoryTests
{
    private static readonly GoogleAccount Ann = new("a1", "ann", "work", "ann@work.example", "s", [GoogleScopes.GmailReadonly], AccountStatus.Connected, default);

    [Fact]
    public async Task A_message_that_was_read_a_moment_ago_is_not_fetched_again()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Sandbox.Deliver(Workplace.AnnWork, Letters.Html("Hello", "<p>Hello</p>"));

        for (var reading = 0; reading < 3; reading++)
        {
            await place.AsAsync<MailReader, MailPage>(
                "ann", reader => reader.ReadAsync([id], MailFormat.Markdown, "work", false, null, null, TestContext.Current.CancellationToken));
        }

        Assert.Single(place.Sandbox.Requests, request => request.Path.EndsWith($"/messages/{id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_one_account_read_is_not_given_to_another()
    {
        using var memory = new MailMemory();
        await memory.MessageAsync(Ann, "1", () => Task.FromResult(new Message { Snippet = "Ann's" }));

        var other = await memory.MessageAsync(Ann with { Id = "b1", UserId = "bob" }, "1", () => Task.FromResult(new Message { Snippet = "Bob's" }));

        Assert.Equal("Bob's", other.Snippet);
    }

    [Fact]
    public async Task An_account_whose_grant_ended_is_asked_at_Google_and_not_in_memory()
    {
        using var memory = new MailMemory();
        await memory.MessageAsync(Ann, "1", () => Task.FromResult(new Message()));

        await Assert.ThrowsAsync<ToolFailure>(() => memory.MessageAsync(
            Ann with { Status = AccountStatus.ReconnectNeeded }, "1", () => throw new ToolFailure("reconnect_needed", "Log in again.")));
    }

    [Fact]
    public async Task An_account_that_no_longer_grants_mail_is_asked_at_Google_and_not_in_memory()
    {
        using var memory = new MailMemory();
        await memory.MessageAsync(Ann, "1", () => Task.FromResult(new Message()));

        await Assert.ThrowsAsync<ToolFailure>(() => memory.MessageAsync(
            Ann with { Scopes = [GoogleScopes.CalendarReadonly] }, "1", () => throw new ToolFailure("not_granted", "Allow it.")));
    }
}
