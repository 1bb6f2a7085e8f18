using Assistant.TokenStore.Encryption;
using Assistant.TokenStore.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.TokenStore;

public static class TokenStoreServices
{
    /// <summary>
    /// The store on SQLite. Call <see cref="TokenStoreStartup.CheckAsync"/> at start; without it the store opens at first use.
    /// <see cref="IAccessTokens"/> also needs an <see cref="ITokenRefresher"/>.
    /// </summary>
    public static IServiceCollection AddTokenStore(this IServiceCollection services, TokenStoreOptions options)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<MasterKeyHolder>();
        services.AddSingleton(provider => new TokenStoreStartup(provider.GetRequiredService<SqliteDatabase>(), provider.GetRequiredService<MasterKeyHolder>()));
        services.AddSingleton<KeyRingRepository>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton(provider => new KeyRingCheck(
            provider.GetRequiredService<SqliteDatabase>(), provider.GetRequiredService<KeyRingRepository>(), provider.GetRequiredService<KeyRing>()));
        services.AddSingleton<DataKeys>();
        services.AddSingleton<TokenSeal>();
        services.AddSingleton<EntrySeal>();
        services.AddSingleton<IUserSeal, UserSeal>();
        services.AddSingleton<TokenRefresh>();
        services.AddSingleton<ITokenRows, SqliteTokenRows>();
        services.AddSingleton<ICallerRows, SqliteCallerRows>();
        services.AddSingleton<IAuditRows, SqliteAuditRows>();
        services.AddSingleton<IUserStore, SqliteUserStore>();
        services.AddSingleton<IKeyStore, SqliteKeyStore>();
        services.AddSingleton<IAccountStore, SqliteAccountStore>();
        services.AddSingleton<ISessionStore, SqliteSessionStore>();
        services.AddSingleton<IKeyRotation, SqliteKeyRotation>();
        services.AddSingleton<IOutboxStore, SqliteOutboxStore>();
        services.AddSingleton<IChangeJournal, SqliteChangeJournal>();
        services.AddSingleton<ICallers, CachedCallers>();
        services.AddSingleton<IAuditLog, QueuedAuditLog>();
        services.AddSingleton<IAccessTokens, AccessTokens>();
        return services;
    }
}
