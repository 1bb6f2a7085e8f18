using Assistant.GoogleClients;
using Assistant.Retrieval.Index;
using Assistant.Server.GoogleLogin;
using Assistant.Server.Subscriptions;
using Assistant.Server.Transports;
using Assistant.TokenStore;
using Assistant.Tools;
using Assistant.Tools.Gmail.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Server;

/// <summary>The only place where the rooms meet.</summary>
internal static class Composition
{
    public static IServiceCollection AddAssistant(this IServiceCollection services, AssistantOptions options)
    {
        DataFolderBinding.Check(options.DataFolder, options.Google);
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddLogging(ConfigureLogging);
        services.AddTokenStore(new TokenStoreOptions
        {
            DataFolder = options.DataFolder,
            ConfigurationFolder = options.MasterKeyFolder ?? options.ConfigurationFolder,
            Database = options.Variable("ASSISTANT_DATABASE"),
            MasterKey = options.Variable("ASSISTANT_MASTER_KEY"),
            MasterKeyFile = options.Variable("ASSISTANT_MASTER_KEY_FILE"),
        });
        services.AddGoogleClients(options.Google);
        services.AddSingleton<IOAuthClientSource>(options.OAuthClient is { } client
            ? new FixedOAuthClient(client)
            : new OAuthClientConfiguration(options.ConfigurationFolder, options.Variable));
        services.AddGoogleLogin();
        services.AddSingleton<IFileExtractor, ChildExtractor>();
        services.AddSingleton(new IndexShelfOptions(
            Path.Combine(options.DataFolder, "index"), options.Variable("ASSISTANT_DATABASE"), options.Search.KeepBodies, options.Search.Embeddings));
        services.AddSingleton(options.Search.Exclusions);
        services.AddSingleton<IndexShelf>();
        services.AddTools(options.Toolsets, options.Policy);
        services.AddSingleton(WatchTiming.Default);
        services.AddSingleton<ResourceWatch>();
        services.AddSingleton<ResourceSubscriptions>();
        services.AddAssistantMcp();
        services.AddHostedService<OutboxService>();
        if (options.KeepsIndexes)
            services.AddHostedService<IndexService>();
        return services;
    }

    private static void ConfigureLogging(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        // The SDK logs every refused request with the exception's message and stack: a client could flood the log, and a message can carry content.
        // What failed is in the audit log, and what is our fault is logged by the filters.
        logging.AddFilter("ModelContextProtocol", LogLevel.Critical);
        logging.AddProvider(new LateConsole());
    }
}
