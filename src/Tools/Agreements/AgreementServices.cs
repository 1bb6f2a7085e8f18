using Assistant.TokenStore;
using Assistant.Tools.Conversations;
using Assistant.Tools.Gmail.Outbox;
using Assistant.Tools.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Assistant.Tools.Agreements;

internal static class AgreementServices
{
    public static IServiceCollection AddAgreements(this IServiceCollection services)
    {
        services.TryAddSingleton(new AgreementTiming());
        return services
            .AddSingleton<SendRules>()
            .AddSingleton<OutboxCallers>()
            .AddSingleton<OutboxRunner>()
            .AddSingleton(provider => new OutboxWorker(
                provider.GetRequiredService<IOutboxStore>(),
                provider.GetRequiredService<DraftExpiry>(),
                provider.GetRequiredService<ConversationExpiry>(),
                provider.GetRequiredService<OutboxRunner>(),
                provider.GetRequiredService<AgreementTiming>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<OutboxWorker>>()))
            .AddScoped<RequestStates>()
            .AddScoped<IAgreements, Agreements>()
            .AddScoped<RepeatableAgreements>()
            .AddSingleton<KnownPeople>()
            .AddScoped<Strangers>()
            .AddScoped<MailSender>()
            .AddScoped<DraftMaker>()
            .AddScoped<SentLookup>()
            .AddScoped<OutboxDesk>()
            .AddScoped<IAgreedAction, MailAction>();
    }
}
