using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Server.Commands;

internal static class CliServices
{
    public static ServiceProvider Build(AssistantOptions options) => new ServiceCollection().AddAssistant(options).BuildServiceProvider();
}
