using System.Net;

namespace Assistant.GoogleSandbox.Tests.Pipeline;

public sealed class FaultTests
{
    private const string Profile = "/gmail/v1/users/me/profile";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_status_strikes_the_asked_calls_and_no_others()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada);
        sandbox.Host.Faults.Add(new SandboxFault
        {
            Match = "gmail.users.getProfile",
            FromCall = 2,
            Times = 2,
            Status = 503,
            Reason = "backendError",
            RetryAfter = TimeSpan.FromSeconds(7),
        });

        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            using var response = await sandbox.Client.GetAsync(Profile, Cancellation);
            statuses.Add((int)response.StatusCode);
            Assert.Equal(response.IsSuccessStatusCode ? null : TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
            await sandbox.GmailAsync("labels");
        }

        Assert.Equal([200, 503, 503, 200], statuses);
    }

    [Theory]
    [InlineData(403, "rateLimitExceeded")]
    [InlineData(401, "authError")]
    [InlineData(500, "backendError")]
    public async Task A_status_comes_in_Googles_form(int status, string reason)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada);
        sandbox.Host.Faults.Add(new SandboxFault { Status = status, Reason = reason });

        Assert.Equal((status, reason), await sandbox.RefusalAsync(Profile));
    }

    [Fact]
    public async Task The_token_endpoint_fails_in_OAuths_form()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var tokens = sandbox.Host.GrantTokens(SmallWorld.Ada, Sandbox.ReadOnly);
        sandbox.Host.Faults.Add(new SandboxFault { Match = "/token", Status = 429, Reason = "rate_limit_exceeded" });
        var flow = new OAuth.CodeFlow(sandbox);

        var (status, body) = await flow.RefreshAsync(tokens.RefreshToken);
        var (next, _) = await flow.RefreshAsync(tokens.RefreshToken);

        Assert.Equal((HttpStatusCode.TooManyRequests, "rate_limit_exceeded"), (status, body["error"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.OK, next);
        Assert.Equal(1, sandbox.Host.RefreshCount);
    }

    [Fact]
    public async Task A_reset_cuts_the_connection_and_may_still_take_effect()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var tokens = sandbox.Host.GrantTokens(SmallWorld.Ada, Sandbox.ReadOnly);
        sandbox.Host.Faults.Add(new SandboxFault { Match = "/token", Reset = true });
        sandbox.Host.Faults.Add(new SandboxFault { Match = "/token", FromCall = 2, Reset = true, AfterEffect = true });
        var flow = new OAuth.CodeFlow(sandbox);

        await Assert.ThrowsAsync<HttpRequestException>(() => flow.RefreshAsync(tokens.RefreshToken));
        Assert.Equal(0, sandbox.Host.RefreshCount);
        await Assert.ThrowsAsync<HttpRequestException>(() => flow.RefreshAsync(tokens.RefreshToken));

        Assert.Equal(1, sandbox.Host.RefreshCount);
        Assert.Equal([0, 0], sandbox.Host.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task A_truncated_body_ends_early()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada);
        sandbox.Host.Faults.Add(new SandboxFault { Match = "gmail.*", Truncate = true });

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.Client.GetStringAsync(Profile, Cancellation));
        await sandbox.GmailAsync("profile");
    }

    [Fact]
    public async Task A_delay_waits_by_the_sandboxs_clock()
    {
        await using var sandbox = await Sandbox.StartAsync(options => options with { Time = TimeProvider.System });
        sandbox.As(SmallWorld.Ada);
        sandbox.Host.Faults.Add(new SandboxFault { Delay = TimeSpan.FromMilliseconds(200) });
        var started = TimeProvider.System.GetTimestamp();

        await sandbox.GmailAsync("profile");

        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(190));
    }

    [Fact]
    public async Task A_fault_can_be_for_one_person()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Host.Faults.Add(new SandboxFault { Person = SmallWorld.Ben, Status = 500, Times = int.MaxValue });

        await sandbox.As(SmallWorld.Ada).GmailAsync("profile");

        Assert.Equal(500, (await sandbox.As(SmallWorld.Ben).RefusalAsync(Profile)).Code);
        sandbox.Host.Faults.Clear();
        await sandbox.GmailAsync("profile");
    }
}
