using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Server.Commands;

internal static class CliServices
{
    public static ServiceProvider Build(AssistantOptions options, CliConsole console)
    {
        var services = new ServiceCollection();
        if (console.Browser is { } browser)
            services.AddSingleton(browser);
        return services.AddAssistant(options).BuildServiceProvider();
    }
}
