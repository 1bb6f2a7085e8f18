using Assistant.Tools.Writing.Rewriting;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tools.Writing;

internal static class WritingServices
{
    public static IServiceCollection AddWriting(this IServiceCollection services) => services
        .AddScoped<ThreadReader>()
        .AddScoped<ContextGatherer>()
        .AddScoped<EmailWriter>()
        .AddScoped<EmailRewriter>()
        .AddScoped<MailMerge>()
        .AddScoped<Insight.ContextAnalyst>();
}
