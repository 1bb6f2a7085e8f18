using Assistant.Database.Postgres;
using Assistant.Database.Sqlite;
using Assistant.TokenStore.Encryption;
using Assistant.TokenStore.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.TokenStore;

public static class TokenStoreServices
{
    /// <summary>
    /// The store on SQLite, or on PostgreSQL where <see cref="TokenStoreOptions.Database"/> says so. Call <see cref="TokenStoreStartup.CheckAsync"/> at start; without it the store opens at first use.
    /// <see cref="IAccessTokens"/> also needs an <see cref="ITokenRefresher"/>.
    /// </summary>
    public static IServiceCollection AddTokenStore(this IServiceCollection services, TokenStoreOptions options)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(_ => Open(options));
        services.AddSingleton<MasterKeyHolder>();
        services.AddSingleton(provider => new TokenStoreStartup(provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<MasterKeyHolder>()));
        services.AddSingleton<KeyRingRepository>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton(provider => new KeyRingCheck(
            provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<KeyRingRepository>(), provider.GetRequiredService<KeyRing>()));
        services.AddSingleton<DataKeys>();
        services.AddSingleton<TokenSeal>();
        services.AddSingleton<EntrySeal>();
        services.AddSingleton<IUserSeal, UserSeal>();
        services.AddSingleton<TokenRefresh>();
        services.AddSingleton<ITokenRows, SqlTokenRows>();
        services.AddSingleton<ICallerRows, SqlCallerRows>();
        services.AddSingleton<IAuditRows, SqlAuditRows>();
        services.AddSingleton<IUserStore, SqlUserStore>();
        services.AddSingleton<IKeyStore, SqlKeyStore>();
        services.AddSingleton<IAccountStore, SqlAccountStore>();
        services.AddSingleton<ISessionStore, SqlSessionStore>();
        services.AddSingleton<IKeyRotation, SqlKeyRotation>();
        services.AddSingleton<SqlAccountKeys>();
        services.AddSingleton<IAccountKeys>(provider => provider.GetRequiredService<SqlAccountKeys>());
        services.AddSingleton<IUserKeys>(provider => provider.GetRequiredService<SqlAccountKeys>());
        services.AddSingleton<IConversationStore, SqlConversationStore>();
        services.AddSingleton<IUserDocuments, SqlUserDocuments>();
        services.AddSingleton<IQuotaUses, SqlQuotaUses>();
        services.AddSingleton<IOutboxStore, SqlOutboxStore>();
        services.AddSingleton<IChangeJournal, SqlChangeJournal>();
        services.AddSingleton<ICallers, CachedCallers>();
        services.AddSingleton<IAuditLog, QueuedAuditLog>();
        services.AddSingleton<IAccessTokens, AccessTokens>();
        return services;
    }

    /// <summary>Copies the whole store of one database into the empty one of another, checks it, and leaves the source as it is.</summary>
    /// <param name="from">Options of the source.</param>
    /// <param name="to">Options of the target, with the same master key.</param>
    /// <param name="cancellationToken">Ends it; the target is as it was then.</param>
    /// <returns>What was copied, table by table.</returns>
    /// <exception cref="MigrationException">The target has something else in it.</exception>
    /// <exception cref="StoreUnavailableException">One of them cannot be opened.</exception>
    public static async Task<IReadOnlyList<(string Table, TableDigest Digest)>> MigrateAsync(TokenStoreOptions from, TokenStoreOptions to, CancellationToken cancellationToken)
    {
        using var source = Open(from);
        using var target = Open(to);
        return await StoreMigration.CopyAsync(source, target, cancellationToken).ConfigureAwait(false);
    }

    private static readonly Migrations Schema = new(typeof(TokenStoreServices).Assembly, "Assistant.TokenStore.Migrations.", "store");

    private static IDatabase Open(TokenStoreOptions options) => options.Database is { Length: > 0 } connection
        ? new PostgresDatabase(connection, Schema)
        : new SqliteDatabase(Path.Combine(options.DataFolder, "assistant.db"), Schema);
}
