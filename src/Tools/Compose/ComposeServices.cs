using Assistant.Tools.Gmail.Drafts;
using Assistant.Tools.Undo;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tools.Compose;

internal static class ComposeServices
{
    public static IServiceCollection AddComposing(this IServiceCollection services) => services
        .AddScoped<OriginalReader>()
        .AddScoped<AttachmentSource>()
        .AddScoped<SenderAddresses>()
        .AddScoped<MailComposer>()
        .AddScoped<DraftDesk>()
        .AddSingleton<BatchTurns>()
        .AddScoped<DraftBatches>()
        .AddScoped<DraftEditor>()
        .AddScoped<DraftReader>()
        .AddScoped<SendDesk>()
        .AddScoped<IReversal, DraftCreatedReversal>()
        .AddScoped<IReversal, DraftBatchReversal>()
        .AddScoped<IReversal, DraftUpdatedReversal>()
        .AddScoped<IReversal, DraftDeletedReversal>();
}
