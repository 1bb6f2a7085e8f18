using System.Text.Json.Nodes;
using Assistant.GoogleClients;
using Assistant.GoogleSandbox;
using Assistant.Server;
using Assistant.Server.Demo;
using Assistant.Server.GoogleLogin;
using Assistant.Tests.Shared;
using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>
/// A stand-in for Google, the real server for people who really logged in to it, and real clients. Its end is a test of its own: every request that
/// reached the stand-in fits Google's description, and no secret is in any log, error or file.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string DatabaseVariable = "ASSISTANT_DATABASE";

    private readonly TemporaryFolder _folder = new();
    private readonly List<IAsyncDisposable> _open = [];
    private readonly HttpClient _browser = new();

    private readonly TestPostgres? _postgres;

    private Stage(GoogleSandboxHost sandbox, TestPostgres? postgres) => (Sandbox, _postgres, Watch) = (
        sandbox,
        postgres,
        new SecretWatch(sandbox.ClientSecret, [.. new[] { SmallWorld.Ada, SmallWorld.AdaAtHome, SmallWorld.Bruno }.Select(SmallWorld.Canary)]));

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public GoogleSandboxHost Sandbox { get; }

    public SecretWatch Watch { get; }

    /// <summary>The first server, in this process.</summary>
    public StageServer Server { get; private set; } = null!;

    /// <summary>Has the accounts <c>work</c> and <c>home</c>.</summary>
    public StagePerson Ada { get; private set; } = null!;

    /// <summary>Has the account <c>work</c>.</summary>
    public StagePerson Bruno { get; private set; } = null!;

    public string Data => _folder.File("data");

    public string Configuration => _folder.File("configuration");

    public string Database => Path.Combine(Data, "assistant.db");

    /// <summary>Both databases; PostgreSQL is skipped where there is none.</summary>
    public static TheoryData<bool> Databases => [false, true];

    /// <param name="rotate">Whether Google replaces refresh tokens.</param>
    /// <param name="onPostgres">Whether everything is in PostgreSQL in place of SQLite.</param>
    public static async Task<Stage> SetAsync(bool rotate = false, bool onPostgres = false)
    {
        var postgres = onPostgres ? new TestPostgres() : null;
        // Quotas are the Google clients' matter, with tests of their own.
        var sandbox = await GoogleSandboxHost.StartAsync(
            new GoogleSandboxOptions
            {
                World = SmallWorld.Create(TimeProvider.System.GetUtcNow()),
                RotateRefreshTokens = rotate,
                UserUnitsPerMinute = 10_000_000,
            },
            Stop);
        var stage = new Stage(sandbox, postgres);
        stage.Server = await stage.ServeAsync();
        stage.Ada = await stage.EnrolAsync("ada", SmallWorld.Ada, SmallWorld.AdaAtHome);
        stage.Bruno = await stage.EnrolAsync("bruno", SmallWorld.Bruno);
        return stage;
    }

    /// <summary>Another server in this process, on the same data.</summary>
    public async Task<StageServer> ServeAsync(
        GoogleEndpoints? google = null,
        TimeProvider? time = null,
        Func<AssistantOptions, AssistantOptions>? change = null,
        Action<IServiceCollection>? configure = null)
    {
        var options = new AssistantOptions
        {
            DataFolder = Data,
            ConfigurationFolder = Configuration,
            Google = google ?? GoogleEndpoints.At(Sandbox.BaseAddress),
            OAuthClient = OAuthClient.Sandbox,
            Variable = name => name == DatabaseVariable ? _postgres?.ConnectionString : Environment.GetEnvironmentVariable(name),
        };
        var server = await StageServer.StartAsync(change?.Invoke(options) ?? options, Watch, time, configure: configure);
        _open.Add(server);
        return server;
    }

    public HttpWire OverHttp(StagePerson person, Era era, StageServer? server = null) => OverHttp(person, person.Key, era, server);

    public HttpWire OverHttp(StagePerson person, string key, Era era, StageServer? server = null)
    {
        var wire = new HttpWire((server ?? Server).Endpoint, key, era, text => Watch.Answered($"{person.Name} over HTTP", text, Canaries(person)));
        _open.Add(wire);
        return wire;
    }

    /// <summary>A stateless client that says it can put questions to its person, or lend its model (<c>sampling</c>).</summary>
    public HttpWire Asking(StagePerson person, StageServer? server = null, string capability = "elicitation")
    {
        var wire = new HttpWire((server ?? Server).Endpoint, person.Key, Era.Stateless, text => Watch.Answered($"{person.Name} over HTTP", text, Canaries(person)))
        {
            Capabilities = new JsonObject { [capability] = new JsonObject() },
        };
        _open.Add(wire);
        return wire;
    }

    public HttpWire OverHttp(StagePerson person, Era era, Uri endpoint)
    {
        var wire = new HttpWire(endpoint, person.Key, era, text => Watch.Answered($"{person.Name} over HTTP", text, Canaries(person)));
        _open.Add(wire);
        return wire;
    }

    public StdioWire OverStdio(StagePerson person, Era era)
    {
        var process = Start("serve", "--stdio", "--user", person.Name);
        return new StdioWire(process, era, text => Watch.Answered($"{person.Name} over stdio", text, Canaries(person)));
    }

    /// <summary>The built program as a process of its own, on this stage's data and stand-in.</summary>
    public AssistantProcess Start(params IReadOnlyList<string> arguments) => Start(new Dictionary<string, string>(), arguments);

    public AssistantProcess Start(IReadOnlyDictionary<string, string> variables, IReadOnlyList<string> arguments)
    {
        var process = AssistantProcess.Start(
            [.. arguments, "--data", Data, "--sandbox", Sandbox.BaseAddress.AbsoluteUri],
            new Dictionary<string, string>(variables) { [AppFolders.ConfigurationVariable] = Configuration, [DatabaseVariable] = _postgres?.ConnectionString ?? "" });
        process.ErrorReceived += line => Watch.Saw($"standard error of {string.Join(' ', arguments)}", line);
        _open.Add(process);
        return process;
    }

    /// <summary>Runs a command to its end, as somebody at the machine's terminal would.</summary>
    public async Task<CommandResult> RunAsync(params IReadOnlyList<string> arguments) => await Start(arguments).FinishAsync();

    public async ValueTask DisposeAsync()
    {
        var findings = Watch.InFiles(Data, Path.Combine(Configuration, "master.key")).ToList();
        foreach (var one in Enumerable.Reverse(_open))
            await one.DisposeAsync();
        findings.AddRange(Watch.InFiles(Data, Path.Combine(Configuration, "master.key")));
        findings.AddRange(Watch.InWords());
        var violations = Sandbox.Violations;
        await Sandbox.DisposeAsync();
        _browser.Dispose();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        _folder.Dispose();
        Assert.Empty(findings);
        Assert.Empty(violations);
    }

    private static IReadOnlyList<string> Canaries(StagePerson person) => [.. person.Mailboxes.Select(SmallWorld.Canary)];

    private async Task<StagePerson> EnrolAsync(string name, params IReadOnlyList<string> mailboxes)
    {
        var services = Server.Services;
        var user = await services.GetRequiredService<IUserStore>().AddAsync(name, Stop);
        string[] nicknames = ["work", "home"];
        foreach (var (mailbox, nickname) in mailboxes.Zip(nicknames))
        {
            var browser = new ConsentingBrowser(_browser, mailbox);
            var login = new LoopbackLogin(services.GetRequiredService<GoogleOAuth>(), browser, TimeProvider.System);
            var grant = await login.RunAsync(mailbox, TextWriter.Null, Stop);
            await services.GetRequiredService<Enrolment>().StoreAsync(user, nickname, grant, Stop);
        }

        var key = await services.GetRequiredService<IKeyStore>().CreateAsync(user.Id, "all", Grants.All, expiresAt: null, Stop);
        return new StagePerson(user, mailboxes[0], key.Secret.Value, key.Key.Id, mailboxes);
    }
}
