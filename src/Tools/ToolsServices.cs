using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tools;

public static class ToolsServices
{
    /// <summary>The catalogue and what tools need besides the stores and the Google clients.</summary>
    public static IServiceCollection AddTools(this IServiceCollection services)
    {
        services.AddSingleton(_ => ToolCatalogue.Create());
        services.AddScoped<CurrentCall>();
        return services;
    }
}
