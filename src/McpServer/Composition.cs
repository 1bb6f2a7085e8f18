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
        services.AddTokenStore(Store(options, options.Variable("ASSISTANT_DATABASE")));
        services.AddGoogleClients(options.Google);
        services.AddSingleton<IOAuthClientSource>(options.OAuthClient is { } client
            ? new FixedOAuthClient(client)
            : new OAuthClientConfiguration(options.ConfigurationFolder, options.Variable));
        services.AddGoogleLogin();
        services.AddSingleton<IFileExtractor, ChildExtractor>();
        services.AddSingleton(Index(options, options.Variable("ASSISTANT_DATABASE")));
        services.AddSingleton(options.Search.Exclusions);
        services.AddSingleton(options.Conversations);
        services.AddSingleton(options.Writing);
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

    /// <summary>The store in a PostgreSQL database or, where there is none, in the data folder.</summary>
    public static TokenStoreOptions Store(AssistantOptions options, string? database) => new()
    {
        DataFolder = options.DataFolder,
        ConfigurationFolder = options.MasterKeyFolder ?? options.ConfigurationFolder,
        Database = database,
        MasterKey = options.Variable("ASSISTANT_MASTER_KEY"),
        MasterKeyFile = options.Variable("ASSISTANT_MASTER_KEY_FILE"),
    };

    /// <summary>The search indexes, likewise.</summary>
    public static IndexShelfOptions Index(AssistantOptions options, string? database)
    {
        var index = new IndexShelfOptions(Path.Combine(options.DataFolder, "index"), database, options.Search.KeepBodies, options.Search.Embeddings);
        return options.Search.GraphAbove is { } above ? index with { GraphAbove = above } : index;
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
