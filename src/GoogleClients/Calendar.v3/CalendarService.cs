#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Discovery;
using Google.Apis.Services;

namespace Google.Apis.Calendar.v3;

/// <summary>Calendar API v3 (https://developers.google.com/workspace/calendar/api/v3/reference), for the methods that are in use here.</summary>
public class CalendarService : BaseClientService
{
    public const string Version = "v3";

    public static DiscoveryVersion DiscoveryVersionUsed = DiscoveryVersion.Version_1_0;

    public CalendarService()
        : this(new Initializer())
    {
    }

    public CalendarService(Initializer initializer)
        : base(initializer)
    {
        Acl = new AclResource(this);
        CalendarList = new CalendarListResource(this);
        Calendars = new CalendarsResource(this);
        Colors = new ColorsResource(this);
        Events = new EventsResource(this);
        Freebusy = new FreebusyResource(this);
        Settings = new SettingsResource(this);
        BaseUri = GetEffectiveUri(BaseUriOverride, "https://www.googleapis.com/calendar/v3/");
        BatchUri = GetEffectiveUri(null, "https://www.googleapis.com/batch/calendar/v3");
    }

    public override IList<string> Features => [];

    public override string Name => "calendar";

    public override string BaseUri { get; }

    public override string BasePath => "calendar/v3/";

    public override string BatchUri { get; }

    public override string BatchPath => "batch/calendar/v3";

    public virtual AclResource Acl { get; }

    public virtual CalendarListResource CalendarList { get; }

    public virtual CalendarsResource Calendars { get; }

    public virtual ColorsResource Colors { get; }

    public virtual EventsResource Events { get; }

    public virtual FreebusyResource Freebusy { get; }

    public virtual SettingsResource Settings { get; }

    public class Scope
    {
        public static string Calendar = "https://www.googleapis.com/auth/calendar";

        public static string CalendarEvents = "https://www.googleapis.com/auth/calendar.events";

        public static string CalendarEventsReadonly = "https://www.googleapis.com/auth/calendar.events.readonly";

        public static string CalendarReadonly = "https://www.googleapis.com/auth/calendar.readonly";

        public static string CalendarSettingsReadonly = "https://www.googleapis.com/auth/calendar.settings.readonly";
    }

    public static class ScopeConstants
    {
        public const string Calendar = "https://www.googleapis.com/auth/calendar";

        public const string CalendarEvents = "https://www.googleapis.com/auth/calendar.events";

        public const string CalendarEventsReadonly = "https://www.googleapis.com/auth/calendar.events.readonly";

        public const string CalendarReadonly = "https://www.googleapis.com/auth/calendar.readonly";

        public const string CalendarSettingsReadonly = "https://www.googleapis.com/auth/calendar.settings.readonly";
    }
}
