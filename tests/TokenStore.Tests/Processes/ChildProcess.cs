using System.Diagnostics;
using Assistant.TokenStore.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.TokenStore.Tests.Processes;

/// <summary>This program again, as the other process of a test.</summary>
internal static class ChildProcess
{
    public const string Switch = "--child";

    private const string Database = "ASSISTANT_CHILD_DATABASE";

    public static Dictionary<string, string> Environment(TokenStoreOptions options) => options.Database is { } database ? new() { [Database] = database } : [];

    public static Process Start(IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <returns>What it wrote to standard output, without the line ends around it.</returns>
    public static async Task<string> FinishAsync(Process process, int expectedCode, CancellationToken cancellationToken)
    {
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == expectedCode, $"Exit code {process.ExitCode}: {output}{await errors}");
        return output.Trim();
    }

    public static async Task<int> RunAsync(string role, string[] arguments)
    {
        var folder = arguments[0];
        await using var store = new ServiceCollection()
            .AddSingleton<ITokenRefresher>(new FileRefresher(Path.Combine(folder, "asked"), role == "die-rotating" ? "rotated" : null))
            .AddTokenStore(new TokenStoreOptions { DataFolder = Path.Combine(folder, "data"), ConfigurationFolder = Path.Combine(folder, "configuration"), Database = System.Environment.GetEnvironmentVariable(Database) })
            .AddSingleton<ITokenRows>(services =>
            {
                var rows = ActivatorUtilities.CreateInstance<SqlTokenRows>(services);
                return role.StartsWith("die", StringComparison.Ordinal) ? new DyingTokenRows(rows) : rows;
            })
            .BuildServiceProvider();
        await store.GetRequiredService<TokenStoreStartup>().CheckAsync(CancellationToken.None);
        if (role == "enrol")
        {
            var user = await store.GetRequiredService<IUserStore>().AddAsync(arguments[1], CancellationToken.None);
            var tokens = new GoogleTokens(new Secret($"access of {user.Name}"), new Secret("refresh"), FakeRefresher.Expiry, []);
            var accounts = store.GetRequiredService<IAccountStore>();
            await accounts.ConnectAsync(user.Id, "work", new GoogleIdentity("subject", "mail"), tokens, CancellationToken.None);
            return 0;
        }

        var account = await store.GetRequiredService<IAccountStore>().FindAsync(arguments[1], "work", CancellationToken.None);
        var access = store.GetRequiredService<IAccessTokens>();
        var handedOut = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => access.GetAsync(account!, CancellationToken.None)));
        await Console.Out.WriteLineAsync(string.Join(' ', handedOut.Select(token => token.Value).Distinct()));
        return 0;
    }
}
