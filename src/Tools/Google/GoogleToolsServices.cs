using Assistant.GoogleClients.Quota;
using Assistant.Retrieval.Index;
using Assistant.Tools.Agreements;
using Assistant.Tools.Calendar;
using Assistant.Tools.Compose;
using Assistant.Tools.Conversations;
using Assistant.Tools.Gmail;
using Assistant.Tools.Gmail.Files;
using Assistant.Tools.Gmail.Organise;
using Assistant.Tools.Gmail.Settings;
using Assistant.Tools.Gmail.Unsubscribe;
using Assistant.Tools.Google.Feed;
using Assistant.Tools.Prompts;
using Assistant.Tools.Search;
using Assistant.Tools.Style;
using Assistant.Tools.Templates;
using Assistant.Tools.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tools.Google;

internal static class GoogleToolsServices
{
    public static IServiceCollection AddGoogleTools(this IServiceCollection services) => services
        .AddSingleton<ZoneMemory>()
        .AddSingleton<MailMemory>()
        .AddScoped<GoogleAccounts>()
        .AddScoped<GoogleServices>()
        .AddScoped<AccountZones>()
        .AddScoped<Completions>()
        .AddScoped<LabelNames>()
        .AddScoped<MailSearch>()
        .AddScoped<MailContentReader>()
        .AddScoped<MailReader>()
        .AddScoped<PartBytes>()
        .AddScoped<AttachmentReader>()
        .AddScoped<UnsubscribeDesk>()
        .AddSingleton(new OneClickNetwork())
        .AddSingleton<OneClickUnsubscribe>()
        .AddScoped<IAgreedAction, UnsubscribeAction>()
        .AddScoped<LabelReader>()
        .AddScoped<CalendarDirectory>()
        .AddScoped<EventFinder>()
        .AddScoped<ChangeFeed>()
        .AddScoped<EventReader>()
        .AddSingleton<IIndexKeys, IndexKeys>()
        .AddSingleton<IQuotaLedger, StoredQuotaLedger>()
        .AddScoped<MailFiller>()
        .AddScoped<EventFiller>()
        .AddScoped<MailboxIndexer>()
        .AddSingleton<IndexWorker>()
        .AddScoped<IndexUpdate>()
        .AddSingleton<ConversationIndex>()
        .AddSingleton<ConversationExpiry>()
        .AddScoped<ConversationDesk>()
        .AddScoped<TemplateDesk>()
        .AddScoped<SentMailReader>()
        .AddScoped<StyleDesk>()
        .AddWriting()
        .AddScoped<IndexSearch>()
        .AddScoped<ContextBuilder>()
        .AddCalendarEditing()
        .AddOrganising()
        .AddMailSettings()
        .AddComposing();
}
