using Assistant.GoogleSandbox;
using Assistant.Server.Commands;
using Assistant.Server.GoogleLogin;
using Assistant.Tests.Shared;
using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Server.Tests.Commands;

/// <summary>The command line in folders of its own, with a sandbox in Google's place. Its end is a test too: all that was asked fits Google's description.</summary>
public sealed class CliFixture : IAsyncLifetime
{
    internal const string Ada = "ada@example.com";
    internal const string AdaAtHome = "ada.home@example.com";

    private readonly TemporaryFolder _folder = new();

    internal static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal GoogleSandboxHost Sandbox { get; private set; } = null!;

    /// <summary>The sandbox's address, also after it has gone.</summary>
    internal string Address { get; private set; } = "";

    internal string DataFolder => _folder.File("data");

    internal string ConfigurationFolder => _folder.File("config");

    /// <summary>Environment variables that the commands see, besides the two folders.</summary>
    internal Dictionary<string, string> Variables { get; } = [];

    public async ValueTask InitializeAsync()
    {
        var world = new SeedWorld([Somebody(Ada), Somebody(AdaAtHome)]);
        Sandbox = await GoogleSandboxHost.StartAsync(new GoogleSandboxOptions { World = world }, Stop);
        Address = Sandbox.BaseAddress.AbsoluteUri;
        Variables[AppFolders.DataVariable] = DataFolder;
        Variables[AppFolders.ConfigurationVariable] = ConfigurationFolder;
    }

    public async ValueTask DisposeAsync()
    {
        // The doctor only wants to know whether the token endpoint is there: any answer will do.
        var violations = Sandbox.Violations.Where(violation => !violation.StartsWith("GET /token: ", StringComparison.Ordinal)).ToList();
        await Sandbox.DisposeAsync();
        _folder.Dispose();
        Assert.Empty(violations);
    }

    /// <summary>A command about the sandbox.</summary>
    internal Task<CliResult> RunAsync(params string[] args) => ExecuteAsync(WithSandbox(args), new StringReader(""), null);

    internal Task<CliResult> TypeAsync(string input, params string[] args) => ExecuteAsync(WithSandbox(args), new StringReader(input), null);

    /// <summary>A command without <c>--sandbox</c>: it would ask Google itself.</summary>
    internal Task<CliResult> RunBareAsync(params string[] args) => ExecuteAsync(args, new StringReader(""), null);

    internal Task<CliResult> LoginAsync(Person person, params string[] args) => ExecuteAsync(WithSandbox(["login", .. args]), new StringReader(""), person);

    internal async Task<CliResult> LoginByHandAsync(Person person, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var guide = args.Contains("--json") ? error : output;
        using var input = new CarriedAnswer(person, guide);
        var exitCode = await Cli.RunAsync(WithSandbox(["login", "--no-browser", .. args]), Console(input, output, error, null), Stop);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A user who connected one account.</summary>
    internal async Task EnrolAsync(string user = "ada", string nickname = "work")
    {
        (await RunAsync("users", "add", user)).Succeeded();
        (await LoginAsync(new Person(Ada), "--user", user, "--account", nickname)).Succeeded();
    }

    /// <summary>What the store holds, seen as by another process.</summary>
    internal async Task<T> ReadAsync<T>(Func<IServiceProvider, Task<T>> read)
    {
        var services = new ServiceCollection().AddTokenStore(new TokenStoreOptions { DataFolder = DataFolder, ConfigurationFolder = ConfigurationFolder });
        await using var provider = services.BuildServiceProvider();
        return await read(provider);
    }

    internal Task<IReadOnlyList<AuditEntry>> AuditAsync(string userId) =>
        ReadAsync(services => services.GetRequiredService<IAuditLog>().ReadAsync(userId, 50, Stop));

    internal async Task<User> UserAsync(string name) =>
        (await ReadAsync(services => services.GetRequiredService<IUserStore>().FindAsync(name, Stop)))!;

    private string[] WithSandbox(string[] args) => [.. args, "--sandbox", Address];

    private async Task<CliResult> ExecuteAsync(string[] args, TextReader input, IBrowser? browser)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await Cli.RunAsync(args, Console(input, output, error, browser), Stop);
        return new(exitCode, output.ToString(), error.ToString());
    }

    private CliConsole Console(TextReader input, TextWriter output, TextWriter error, IBrowser? browser) =>
        new(input, output, error, name => Variables.GetValueOrDefault(name), browser);

    private static SeedPerson Somebody(string email) =>
        new(email, email.Split('@')[0], "Europe/Berlin", [], [], [new SeedCalendar(email, email, "Europe/Berlin", "owner", [])]);
}
