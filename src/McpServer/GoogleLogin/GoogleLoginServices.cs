using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.Server.GoogleLogin;

internal static class GoogleLoginServices
{
    /// <summary>
    /// Login, revocation and refresh. Needs a <see cref="GoogleClients.GoogleEndpoints"/>, an <see cref="IOAuthClientSource"/> and the token store.
    /// </summary>
    public static IServiceCollection AddGoogleLogin(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IBrowser, SystemBrowser>();
        services.AddSingleton(provider => new TokenEndpoint(Handler(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<GoogleOAuth>();
        services.AddSingleton<ITokenRefresher, GoogleTokenRefresher>();
        services.AddSingleton<LoopbackLogin>();
        services.AddSingleton<PastedLogin>();
        services.AddSingleton<Enrolment>();
        return services;
    }

    /// <summary>One pool for the process. A redirect of a token request would carry the refresh token to another place: refused.</summary>
    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    };
}
