#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Calendar.v3;

/// <summary>Events.</summary>
public partial class EventsResource
{
    private readonly IClientService _service;

    public EventsResource(IClientService service) => _service = service;

    /// <summary>One event.</summary>
    public virtual GetRequest Get(string calendarId, string eventId) => new(_service, calendarId, eventId);

    /// <summary>GET calendars/{calendarId}/events/{eventId}</summary>
    public class GetRequest : CalendarBaseServiceRequest<Data.Event>
    {
        public GetRequest(IClientService service, string calendarId, string eventId)
            : base(service)
        {
            CalendarId = calendarId;
            EventId = eventId;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("eventId", RequestParameterType.Path)]
        public virtual string EventId { get; private set; }

        [RequestParameter("alwaysIncludeEmail", RequestParameterType.Query)]
        public virtual bool? AlwaysIncludeEmail { get; set; }

        [RequestParameter("maxAttendees", RequestParameterType.Query)]
        public virtual int? MaxAttendees { get; set; }

        [RequestParameter("timeZone", RequestParameterType.Query)]
        public virtual string TimeZone { get; set; }

        public override string MethodName => "get";

        public override string HttpMethod => "GET";

        public override string RestPath => "calendars/{calendarId}/events/{eventId}";
    }

    /// <summary>The instances of a recurring event.</summary>
    public virtual InstancesRequest Instances(string calendarId, string eventId) => new(_service, calendarId, eventId);

    /// <summary>GET calendars/{calendarId}/events/{eventId}/instances</summary>
    public class InstancesRequest : CalendarBaseServiceRequest<Data.Events>
    {
        public InstancesRequest(IClientService service, string calendarId, string eventId)
            : base(service)
        {
            CalendarId = calendarId;
            EventId = eventId;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("eventId", RequestParameterType.Path)]
        public virtual string EventId { get; private set; }

        [RequestParameter("alwaysIncludeEmail", RequestParameterType.Query)]
        public virtual bool? AlwaysIncludeEmail { get; set; }

        [RequestParameter("maxAttendees", RequestParameterType.Query)]
        public virtual int? MaxAttendees { get; set; }

        /// <summary>250 unless set, 2500 at most.</summary>
        [RequestParameter("maxResults", RequestParameterType.Query)]
        public virtual int? MaxResults { get; set; }

        [RequestParameter("originalStart", RequestParameterType.Query)]
        public virtual string OriginalStart { get; set; }

        [RequestParameter("pageToken", RequestParameterType.Query)]
        public virtual string PageToken { get; set; }

        [RequestParameter("showDeleted", RequestParameterType.Query)]
        public virtual bool? ShowDeleted { get; set; }

        /// <summary>Upper bound of the instances' start, exclusive.</summary>
        public virtual DateTimeOffset? TimeMaxDateTimeOffset
        {
            get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(TimeMaxRaw);
            set => TimeMaxRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
        }

        [RequestParameter("timeMax", RequestParameterType.Query)]
        public virtual string TimeMaxRaw { get; private set; }

        /// <summary>Lower bound of the instances' end, inclusive.</summary>
        public virtual DateTimeOffset? TimeMinDateTimeOffset
        {
            get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(TimeMinRaw);
            set => TimeMinRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
        }

        [RequestParameter("timeMin", RequestParameterType.Query)]
        public virtual string TimeMinRaw { get; private set; }

        [RequestParameter("timeZone", RequestParameterType.Query)]
        public virtual string TimeZone { get; set; }

        public override string MethodName => "instances";

        public override string HttpMethod => "GET";

        public override string RestPath => "calendars/{calendarId}/events/{eventId}/instances";
    }

    /// <summary>The events of a calendar; 410 when a sync token is too old: then a full sync is due.</summary>
    public virtual ListRequest List(string calendarId) => new(_service, calendarId);

    /// <summary>GET calendars/{calendarId}/events</summary>
    public class ListRequest : CalendarBaseServiceRequest<Data.Events>
    {
        public ListRequest(IClientService service, string calendarId)
            : base(service)
        {
            CalendarId = calendarId;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("alwaysIncludeEmail", RequestParameterType.Query)]
        public virtual bool? AlwaysIncludeEmail { get; set; }

        /// <summary>One value; for several use <see cref="EventTypesList"/>, never both.</summary>
        [RequestParameter("eventTypes", RequestParameterType.Query)]
        public virtual EventTypesEnum? EventTypes { get; set; }

        [RequestParameter("eventTypes", RequestParameterType.Query)]
        public virtual Repeatable<EventTypesEnum> EventTypesList { get; set; }

        public enum EventTypesEnum
        {
            [StringValue("default")]
            Default__ = 0,

            [StringValue("focusTime")]
            FocusTime = 1,

            [StringValue("fromGmail")]
            FromGmail = 2,

            [StringValue("outOfOffice")]
            OutOfOffice = 3,

            [StringValue("workingLocation")]
            WorkingLocation = 4,
        }

        [RequestParameter("iCalUID", RequestParameterType.Query)]
        public virtual string ICalUID { get; set; }

        [RequestParameter("maxAttendees", RequestParameterType.Query)]
        public virtual int? MaxAttendees { get; set; }

        /// <summary>250 unless set, 2500 at most.</summary>
        [RequestParameter("maxResults", RequestParameterType.Query)]
        public virtual int? MaxResults { get; set; }

        /// <summary>By start only together with SingleEvents.</summary>
        [RequestParameter("orderBy", RequestParameterType.Query)]
        public virtual OrderByEnum? OrderBy { get; set; }

        public enum OrderByEnum
        {
            [StringValue("startTime")]
            StartTime = 0,

            [StringValue("updated")]
            Updated = 1,
        }

        [RequestParameter("pageToken", RequestParameterType.Query)]
        public virtual string PageToken { get; set; }

        [RequestParameter("privateExtendedProperty", RequestParameterType.Query)]
        public virtual Repeatable<string> PrivateExtendedProperty { get; set; }

        [RequestParameter("q", RequestParameterType.Query)]
        public virtual string Q { get; set; }

        [RequestParameter("sharedExtendedProperty", RequestParameterType.Query)]
        public virtual Repeatable<string> SharedExtendedProperty { get; set; }

        [RequestParameter("showDeleted", RequestParameterType.Query)]
        public virtual bool? ShowDeleted { get; set; }

        [RequestParameter("showHiddenInvitations", RequestParameterType.Query)]
        public virtual bool? ShowHiddenInvitations { get; set; }

        /// <summary>True expands recurring events into instances.</summary>
        [RequestParameter("singleEvents", RequestParameterType.Query)]
        public virtual bool? SingleEvents { get; set; }

        [RequestParameter("syncToken", RequestParameterType.Query)]
        public virtual string SyncToken { get; set; }

        /// <summary>Upper bound of the events' start, exclusive.</summary>
        public virtual DateTimeOffset? TimeMaxDateTimeOffset
        {
            get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(TimeMaxRaw);
            set => TimeMaxRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
        }

        [RequestParameter("timeMax", RequestParameterType.Query)]
        public virtual string TimeMaxRaw { get; private set; }

        /// <summary>Lower bound of the events' end, exclusive.</summary>
        public virtual DateTimeOffset? TimeMinDateTimeOffset
        {
            get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(TimeMinRaw);
            set => TimeMinRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
        }

        [RequestParameter("timeMin", RequestParameterType.Query)]
        public virtual string TimeMinRaw { get; private set; }

        [RequestParameter("timeZone", RequestParameterType.Query)]
        public virtual string TimeZone { get; set; }

        public virtual DateTimeOffset? UpdatedMinDateTimeOffset
        {
            get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(UpdatedMinRaw);
            set => UpdatedMinRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
        }

        [RequestParameter("updatedMin", RequestParameterType.Query)]
        public virtual string UpdatedMinRaw { get; private set; }

        public override string MethodName => "list";

        public override string HttpMethod => "GET";

        public override string RestPath => "calendars/{calendarId}/events";
    }
}
