using System.Text.Json;

namespace Assistant.Bench.Common;

/// <summary>The published server with one user and one key.</summary>
public sealed class ShippedServer(CommandLine commandLine, string key)
{
    public const string User = "ada";

    public CommandLine CommandLine => commandLine;

    public string Key => key;

    public static async Task<ShippedServer> PrepareAsync(string executable, string folder)
    {
        var commandLine = new CommandLine(Path.GetFullPath(executable), folder);
        await commandLine.RunAsync("users", "add", User);
        using var key = JsonDocument.Parse(await commandLine.RunAsync("keys", "create", "bench", "--user", User, "--json"));
        return new ShippedServer(commandLine, key.RootElement.GetProperty("key").GetString()!);
    }

    /// <param name="sandbox">Google's stand-in, or null where no tool asks Google.</param>
    /// <param name="cancellationToken">Ends the waiting for its first answer.</param>
    public Task<ServerProcess> StartAsync(Uri? sandbox, CancellationToken cancellationToken) => ServerProcess.StartAsync(
        commandLine.Executable,
        address => ["serve", "--http", address.OriginalString, "--data", commandLine.DataFolder, .. sandbox is null ? Array.Empty<string>() : ["--sandbox", sandbox.OriginalString]],
        commandLine.Environment,
        cancellationToken);
}
