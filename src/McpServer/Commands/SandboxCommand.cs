using System.CommandLine;
using Assistant.GoogleSandbox;

namespace Assistant.Server.Commands;

internal static class SandboxCommand
{
    private const int Seed = 20261120;

    public static Command Create(CommonOptions common)
    {
        var port = new Option<int>("--port") { HelpName = "PORT", DefaultValueFactory = _ => 8086, Description = "Loopback port; 0 takes a free one." };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
                result.AddError("--port: give a number from 0 to 65535.");
        });
        return new Command(
            "sandbox",
            """
            Serve a stand-in for Google with two made-up people, on this machine only, until Ctrl-C.

            Example (in another terminal, while it runs):
              assistant users add ada --sandbox
              assistant login --sandbox
            """)
        {
            port,
        }.Does(common, async (context, cancellationToken) =>
        {
            var world = DemoWorld.Create(Seed, TimeProvider.System.GetUtcNow());
            await using var sandbox = await GoogleSandboxHost.StartAsync(
                new GoogleSandboxOptions { World = world, Port = context.Parsed.GetValue(port) }, cancellationToken);
            await context.SayAsync($"The sandbox serves at {sandbox.BaseAddress}");
            await context.SayAsync($"People: {string.Join(", ", world.People.Select(person => $"{person.Name} <{person.Email}>"))}");
            await context.SayAsync($"Use it: assistant login --sandbox {sandbox.BaseAddress}   (Ctrl-C ends it)");
            // Ctrl-C is how it ends, and no failure.
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Ok;
        });
    }
}
