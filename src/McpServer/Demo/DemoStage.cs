using Assistant.GoogleClients;
using Assistant.GoogleSandbox;
using Assistant.Server.GoogleLogin;
using Assistant.Server.Transports;
using Assistant.TokenStore;
using Assistant.Tools;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Server.Demo;

/// <summary>A stand-in for Google, two people who logged in to it, and a server for both.</summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private const int Seed = 20261120;
    private const string Nickname = "work";

    private readonly GoogleSandboxHost _sandbox;
    private readonly WebApplication _server;

    private DemoStage(GoogleSandboxHost sandbox, WebApplication server, AssistantOptions options, SelfCommand self, IReadOnlyList<DemoPerson> people) =>
        (_sandbox, _server, Options, Self, People) = (sandbox, server, options, self, people);

    public AssistantOptions Options { get; }

    /// <summary>What starts a stdio server.</summary>
    public SelfCommand Self { get; }

    public IReadOnlyList<DemoPerson> People { get; }

    public Uri Sandbox => _sandbox.BaseAddress;

    public Uri Endpoint => new(new Uri(_server.Urls.First()), HttpHost.McpPath);

    /// <summary>What the server asked of the sandbox that Google would have refused.</summary>
    public IReadOnlyList<string> Violations => _sandbox.Violations;

    /// <summary>What a client has to set for a stdio server of this demo.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["ASSISTANT_CONFIG"] = Options.ConfigurationFolder };

    public IReadOnlyList<string> StdioArguments(DemoPerson person) =>
        ["serve", "--stdio", "--user", person.User, "--data", Options.DataFolder, "--sandbox", Sandbox.AbsoluteUri];

    /// <param name="folder">Is filled with the demo's data and configuration.</param>
    /// <param name="url">Where the server listens.</param>
    /// <param name="self">What starts a stdio server.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    public static async Task<DemoStage> SetAsync(string folder, string url, SelfCommand self, CancellationToken cancellationToken)
    {
        var world = DemoWorld.Create(Seed, TimeProvider.System.GetUtcNow());
        var sandbox = await GoogleSandboxHost.StartAsync(new GoogleSandboxOptions { World = world }, cancellationToken);
        var options = new AssistantOptions
        {
            DataFolder = Path.Combine(folder, "data"),
            ConfigurationFolder = Path.Combine(folder, "config"),
            Google = GoogleEndpoints.At(sandbox.BaseAddress),
            OAuthClient = OAuthClient.Sandbox,
            Toolsets = [.. ToolCatalogue.DefaultToolsets, "writing"],
        };
        var server = HttpHost.Build(new HttpHostOptions { Urls = [url] }, services => services.AddAssistant(options));
        var people = new List<DemoPerson>();
        foreach (var person in world.People)
            people.Add(await EnrolAsync(server.Services, person, cancellationToken));
        await server.StartAsync(cancellationToken);
        return new(sandbox, server, options, self, people);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private static async Task<DemoPerson> EnrolAsync(IServiceProvider services, SeedPerson person, CancellationToken cancellationToken)
    {
        var user = await services.GetRequiredService<IUserStore>().AddAsync(person.Name.Split(' ')[0].ToLowerInvariant(), cancellationToken);
        using var http = new HttpClient();
        var browser = new ConsentingBrowser(http, person.Email);
        var login = new LoopbackLogin(services.GetRequiredService<GoogleOAuth>(), browser, services.GetRequiredService<TimeProvider>());
        var grant = await login.RunAsync(person.Email, TextWriter.Null, cancellationToken);
        await services.GetRequiredService<Enrolment>().StoreAsync(user, Nickname, grant, cancellationToken);
        var key = await services.GetRequiredService<IKeyStore>().CreateAsync(user.Id, "demo", Grants.All, expiresAt: null, cancellationToken);
        return new(user.Name, person.Email, key.Secret);
    }
}
