using Assistant.Tools.Agreements;
using Assistant.Tools.Calendar.Editing;
using Assistant.Tools.Calendar.Finding;
using Assistant.Tools.Calendar.Managing;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Undo;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tools.Calendar;

internal static class CalendarServices
{
    public static IServiceCollection AddCalendarEditing(this IServiceCollection services) => services
        .AddSingleton<CalendarTimes>()
        .AddScoped<EventLookup>()
        .AddScoped<EventConflicts>()
        .AddScoped<EventRunner>()
        .AddScoped<EventProposals>()
        .AddScoped<EventCreator>()
        .AddScoped<SeriesReader>()
        .AddScoped<SeriesEditor>()
        .AddScoped<EventEditor>()
        .AddScoped<EventRemover>()
        .AddScoped<EventResponder>()
        .AddScoped<SharingStore>()
        .AddScoped<SharingDesk>()
        .AddScoped<CalendarDesk>()
        .AddScoped<IAgreedAction, SharingAction>()
        .AddScoped<IAgreedAction, CalendarDeleteAction>()
        .AddScoped<IAgreedReversal, SharingReversal>()
        .AddScoped<IReversal, CalendarReversal>()
        .AddScoped<ManyEvents>()
        .AddScoped<StatusEvents>()
        .AddScoped<EventMover>()
        .AddScoped<InvitationImport>()
        .AddScoped<Availability>()
        .AddScoped<TimeSearch>()
        .AddScoped<BusyReader>()
        .AddScoped<IAgreedAction, EventAction>()
        .AddScoped<IReversal, EventReversal>()
        .AddScoped<IAgreedReversal, SharedEventReversal>();
}
