using Assistant.Server.Transports.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Assistant.Server.Transports;

/// <summary>
/// The streamable HTTP server. It knows no tool: the composition registers <c>AddMcpServer()</c>, <c>ICallers</c> and <c>ISessionStore</c>.
/// </summary>
internal static class HttpHost
{
    public const string McpPath = "/mcp";

    /// <summary>Checks the options and builds the server; nothing listens before it is started.</summary>
    /// <exception cref="InvalidOperationException">The options cannot be used; the message says what to do.</exception>
    public static WebApplication Build(HttpHostOptions options, Action<IServiceCollection> configureServices)
    {
        var addresses = HttpHostOptionsValidator.Validate(options);

        // The empty builder reads no settings file and no environment: neither can open an address that was not checked.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "assistant" });
        builder.WebHost.UseKestrelCore().UseUrls([.. options.Urls]);
        if (addresses.Any(address => address.IsHttps))
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, options));
        AddServices(builder.Services, options);
        configureServices(builder.Services);

        var app = builder.Build();
        app.Run(app.Services.GetRequiredService<FrontDoor>().HandleAsync);
        return app;
    }

    private static void Configure(KestrelServerOptions kestrel, HttpHostOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
        if (options.CertificatePath is { } path)
        {
            var (certificate, chain) = CertificateFile.Load(path, options.CertificateKeyPath);
            kestrel.ConfigureHttpsDefaults(https => (https.ServerCertificate, https.ServerCertificateChain) = (certificate, chain));
        }
    }

    private static void AddServices(IServiceCollection services, HttpHostOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        services.AddSingleton(options);
        services.AddSingleton(new TrustedProxies(options.TrustedProxies));
        services.AddSingleton(new HostAndOriginRules(options));
        services.AddSingleton<FrontDoor>();
        services.AddSingleton<McpEndpoint>();
        services.AddSingleton<HealthEndpoints>();
        services.AddSingleton<ServerOptions>();
        services.AddSingleton<StatelessRequests>();
        services.AddSingleton<SessionRequests>();
        services.AddSingleton<SessionTable>();
        services.AddSingleton<Heartbeat>();
        services.AddHostedService(provider => provider.GetRequiredService<Heartbeat>());
        services.AddHostedService<SessionSweeper>();
    }
}
