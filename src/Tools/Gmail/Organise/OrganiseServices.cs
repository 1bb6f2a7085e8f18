using Assistant.Tools.Undo;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tools.Gmail.Organise;

internal static class OrganiseServices
{
    public static IServiceCollection AddOrganising(this IServiceCollection services) => services
        .AddScoped<MailSelector>()
        .AddScoped<LabelChanges>()
        .AddScoped<LabelWriter>()
        .AddScoped<LabelHistory>()
        .AddScoped<MailSamples>()
        .AddScoped<MailOrganiser>()
        .AddScoped<IReversal, LabelReversal>()
        .AddScoped<Undoing>()
        .AddScoped<ChangeReader>();
}
