using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.Tools.Models;

/// <summary>The chat service, where one is configured; made when it is first needed.</summary>
internal sealed class ChatSource(Func<ChatService?> make) : IDisposable
{
    private readonly Lazy<ChatService?> _service = new(make);

    public ChatService? Service => _service.Value;

    public void Dispose()
    {
        if (_service.IsValueCreated)
            _service.Value?.Dispose();
    }
}

internal static class ModelServices
{
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.TryAddSingleton(new WritingSettings());
        services.TryAddSingleton(provider =>
        {
            var (settings, time) = (provider.GetRequiredService<WritingSettings>(), provider.GetRequiredService<TimeProvider>());
            return new ChatSource(() => settings.Chat is { } endpoint ? ChatService.Create(endpoint, time) : null);
        });
        return services.AddSingleton<DraftExpiry>().AddScoped<DraftsInWork>().AddScoped<TokenBudget>().AddScoped<ModelDesk>();
    }
}
