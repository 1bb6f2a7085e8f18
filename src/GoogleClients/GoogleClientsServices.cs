using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.GoogleClients;

public static class GoogleClientsServices
{
    /// <summary>Adds <see cref="GoogleHttp"/>; without arguments with Google's own addresses and limits.</summary>
    /// <exception cref="ArgumentException">The options make no sense; the message says what to change.</exception>
    public static IServiceCollection AddGoogleClients(this IServiceCollection services, GoogleEndpoints? endpoints = null, GoogleHttpOptions? options = null)
    {
        if (options?.Problem() is { } problem)
            throw new ArgumentException(problem, nameof(options));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(endpoints ?? new GoogleEndpoints());
        services.TryAddSingleton(options ?? new GoogleHttpOptions());
        services.TryAddSingleton<GoogleHttp>();
        return services;
    }
}
