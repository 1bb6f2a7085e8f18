namespace Assistant.GoogleSandbox.Tests.Pipeline;

public sealed class QuotaTests
{
    [Fact]
    public async Task A_person_who_spent_the_minutes_units_waits_for_the_next_and_nobody_else_does()
    {
        await using var sandbox = await Sandbox.StartAsync(options => options with { UserUnitsPerMinute = 10 });
        sandbox.As(SmallWorld.Ada);
        await sandbox.GmailAsync("messages");
        await sandbox.GmailAsync("messages");

        Assert.Equal((429, "rateLimitExceeded"), await sandbox.RefusalAsync("/gmail/v1/users/me/profile"));
        await sandbox.As(SmallWorld.Ben).GmailAsync("messages");
        sandbox.As(SmallWorld.Ada).Time.Advance(TimeSpan.FromMinutes(1));
        await sandbox.GmailAsync("messages");
    }

    [Fact]
    public async Task Calendar_counts_requests_and_refuses_with_403()
    {
        await using var sandbox = await Sandbox.StartAsync(options => options with { UserUnitsPerMinute = 1 });
        sandbox.As(SmallWorld.Ada, "https://www.googleapis.com/auth/calendar");
        using var first = await sandbox.Client.GetAsync("/calendar/v3/colors", TestContext.Current.CancellationToken);

        Assert.Equal((403, "userRateLimitExceeded"), await sandbox.RefusalAsync("/calendar/v3/colors"));
    }

    [Fact]
    public async Task Gmails_own_limit_is_300_messages_a_minute()
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("Mine", "text"));
        sandbox.As(SmallWorld.Ada, Sandbox.ReadOnly);
        var id = (await sandbox.GmailAsync("messages"))["messages"]![0]!["id"]!.GetValue<string>();
        sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 300; i++)
            await sandbox.GmailAsync($"messages/{id}?format=minimal");

        Assert.Equal((429, "rateLimitExceeded"), await sandbox.RefusalAsync($"/gmail/v1/users/me/messages/{id}"));
    }
}
