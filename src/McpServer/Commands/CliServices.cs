using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Server.Commands;

internal static class CliServices
{
    public static ServiceProvider Build(AssistantOptions options)
    {
        var services = new ServiceCollection();
        Add(services, options);
        return services.BuildServiceProvider();
    }

    public static void Add(IServiceCollection services, AssistantOptions options)
    {
        services.AddAssistant(options);
        if (services.All(service => service.ServiceType != typeof(IUserStore)))
        {
            services.AddTokenStore(new TokenStoreOptions
            {
                DataFolder = options.DataFolder,
                ConfigurationFolder = options.MasterKeyFolder ?? options.ConfigurationFolder,
            });
        }
    }
}
