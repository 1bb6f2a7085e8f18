using Assistant.Tools.Agreements;
using Assistant.Tools.Undo;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tools.Gmail.Settings;

internal static class MailSettingsServices
{
    public static IServiceCollection AddMailSettings(this IServiceCollection services) => services
        .AddScoped<LabelEditor>()
        .AddScoped<IReversal, LabelCreatedReversal>()
        .AddScoped<IReversal, LabelUpdatedReversal>()
        .AddScoped<IReversal, LabelDeletedReversal>()
        .AddScoped<FilterStore>()
        .AddScoped<FilterWords>()
        .AddScoped<FilterProposals>()
        .AddScoped<FilterEditor>()
        .AddScoped<IAgreedAction, FilterCreateAction>()
        .AddScoped<IAgreedAction, FilterDeleteAction>()
        .AddScoped<IAgreedReversal, FilterCreatedReversal>()
        .AddScoped<IAgreedReversal, FilterDeletedReversal>()
        .AddScoped<PlainHtml>()
        .AddScoped<VacationStore>()
        .AddScoped<VacationProposals>()
        .AddScoped<VacationResponder>()
        .AddScoped<IAgreedAction, VacationAction>()
        .AddScoped<IAgreedReversal, VacationReversal>()
        .AddScoped<SendAsStore>()
        .AddScoped<SendAsProposals>()
        .AddScoped<SendAsEditor>()
        .AddScoped<IAgreedAction, SendAsAction>()
        .AddScoped<IAgreedReversal, SendAsReversal>();
}
