using Assistant.Conformance;
using Assistant.Conformance.Fixtures;
using Assistant.Server.Transports;
using Assistant.Tests.Shared;
using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

const string User = "conformance";

switch (args)
{
    case ["http", var url, var key]:
        // The suites leave their sessions open.
        var options = new HttpHostOptions { Urls = [url], MaxSessionsPerUser = 1000 };
        await using (var app = HttpHost.Build(options, services => AddFixtures(services, new MemoryCallers().AddKey(key, User))))
            await app.RunAsync();
        return 0;
    case ["stdio"]:
        var services = new ServiceCollection();
        AddFixtures(services, new MemoryCallers().AddUser(User));
        await using (var provider = services.BuildServiceProvider())
            return await StdioHost.RunAsync(provider, User, CancellationToken.None);
    case ["proxy", var url, var target, var key]:
        await using (var proxy = BearerProxy.Build(url, new Uri(target), key))
            await proxy.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: http URL KEY | stdio | proxy URL TARGET KEY");
        return 2;
}

static void AddFixtures(IServiceCollection services, MemoryCallers callers)
{
    services.AddLogging(logging => logging
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .SetMinimumLevel(LogLevel.Warning));
    services.AddSingleton<ICallers>(callers);
    services.AddSingleton<ISessionStore>(new MemorySessions());
    services.AddConformanceFixtures();
}
