namespace Assistant.Server.Tests.Transports;

public sealed class StdioHostTests
{
    [Fact]
    public async Task Both_eras_are_spoken_on_one_process()
    {
        await using var probe = new StdioProbe();

        var discovered = await probe.AskAsync(Messages.Request(1, "server/discover", isModern: true));
        var initialized = await probe.AskAsync(Messages.Initialize(2, "2025-11-25"));
        await probe.SendAsync(Messages.Notification("notifications/initialized"));
        var old = await probe.AskAsync(Messages.Call(3, "who", new() { ["text"] = "old" }));
        var modern = await probe.AskAsync(Messages.Call(4, "who", new() { ["text"] = "new" }, isModern: true));

        Assert.Equal("2026-07-28", (string?)discovered["result"]!["supportedVersions"]![0]);
        Assert.Equal("2025-11-25", (string?)initialized["result"]!["protocolVersion"]);
        Assert.Equal("ann:old", (string?)old["result"]!["content"]![0]!["text"]);
        Assert.Equal("ann:new", (string?)modern["result"]!["content"]![0]!["text"]);
    }
}
