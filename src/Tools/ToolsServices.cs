using Assistant.Tools.Agreements;
using Assistant.Tools.Conversations;
using Assistant.Tools.Google;
using Assistant.Tools.Models;
using Assistant.Tools.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.Tools;

public static class ToolsServices
{
    /// <summary>The catalogue and what tools need besides the stores and the Google clients.</summary>
    /// <exception cref="ArgumentException">A toolset is unknown (when the catalogue is first used).</exception>
    public static IServiceCollection AddTools(this IServiceCollection services, IReadOnlyList<string>? toolsets = null, ServerPolicy? policy = null)
    {
        services.AddSingleton(policy ?? new ServerPolicy());
        services.AddSingleton(_ => ToolCatalogue.Create(toolsets ?? ToolCatalogue.DefaultToolsets));
        services.AddSingleton<PromptCatalogue>();
        services.AddSingleton<ResourceCatalogue>();
        services.AddScoped<CurrentCall>();
        services.TryAddSingleton(IndexExclusions.None);
        services.TryAddSingleton(new ConversationSettings());
        services.AddModels();
        services.AddGoogleTools();
        services.AddAgreements();
        return services;
    }
}
