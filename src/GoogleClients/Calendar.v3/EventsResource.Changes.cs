#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Calendar.v3;

public partial class EventsResource
{
    /// <summary>Deletes an event, a series, or one instance.</summary>
    public virtual DeleteRequest Delete(string calendarId, string eventId) => new(_service, calendarId, eventId);

    /// <summary>DELETE calendars/{calendarId}/events/{eventId}</summary>
    public class DeleteRequest : CalendarBaseServiceRequest<string>
    {
        public DeleteRequest(IClientService service, string calendarId, string eventId)
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

        [RequestParameter("sendUpdates", RequestParameterType.Query)]
        public virtual SendUpdatesEnum? SendUpdates { get; set; }

        public enum SendUpdatesEnum
        {
            [StringValue("all")]
            All = 0,

            [StringValue("externalOnly")]
            ExternalOnly = 1,

            [StringValue("none")]
            None = 2,
        }

        public override string MethodName => "delete";

        public override string HttpMethod => "DELETE";

        public override string RestPath => "calendars/{calendarId}/events/{eventId}";
    }

    /// <summary>Adds a private copy of an existing event, by its iCalUID.</summary>
    public virtual ImportRequest Import(Data.Event body, string calendarId) => new(_service, body, calendarId);

    /// <summary>POST calendars/{calendarId}/events/import</summary>
    public class ImportRequest : CalendarBaseServiceRequest<Data.Event>
    {
        public ImportRequest(IClientService service, Data.Event body, string calendarId)
            : base(service)
        {
            CalendarId = calendarId;
            Body = body;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("conferenceDataVersion", RequestParameterType.Query)]
        public virtual int? ConferenceDataVersion { get; set; }

        [RequestParameter("supportsAttachments", RequestParameterType.Query)]
        public virtual bool? SupportsAttachments { get; set; }

        private Data.Event Body { get; set; }

        public override string MethodName => "import";

        public override string HttpMethod => "POST";

        public override string RestPath => "calendars/{calendarId}/events/import";

        protected override object GetBody() => Body;
    }

    /// <summary>Makes an event; with a client id a repetition answers 409.</summary>
    public virtual InsertRequest Insert(Data.Event body, string calendarId) => new(_service, body, calendarId);

    /// <summary>POST calendars/{calendarId}/events</summary>
    public class InsertRequest : CalendarBaseServiceRequest<Data.Event>
    {
        public InsertRequest(IClientService service, Data.Event body, string calendarId)
            : base(service)
        {
            CalendarId = calendarId;
            Body = body;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("conferenceDataVersion", RequestParameterType.Query)]
        public virtual int? ConferenceDataVersion { get; set; }

        [RequestParameter("maxAttendees", RequestParameterType.Query)]
        public virtual int? MaxAttendees { get; set; }

        [RequestParameter("sendUpdates", RequestParameterType.Query)]
        public virtual SendUpdatesEnum? SendUpdates { get; set; }

        public enum SendUpdatesEnum
        {
            [StringValue("all")]
            All = 0,

            [StringValue("externalOnly")]
            ExternalOnly = 1,

            [StringValue("none")]
            None = 2,
        }

        [RequestParameter("supportsAttachments", RequestParameterType.Query)]
        public virtual bool? SupportsAttachments { get; set; }

        private Data.Event Body { get; set; }

        public override string MethodName => "insert";

        public override string HttpMethod => "POST";

        public override string RestPath => "calendars/{calendarId}/events";

        protected override object GetBody() => Body;
    }

    /// <summary>Moves an event to another calendar of the organizer.</summary>
    public virtual MoveRequest Move(string calendarId, string eventId, string destination) => new(_service, calendarId, eventId, destination);

    /// <summary>POST calendars/{calendarId}/events/{eventId}/move</summary>
    public class MoveRequest : CalendarBaseServiceRequest<Data.Event>
    {
        public MoveRequest(IClientService service, string calendarId, string eventId, string destination)
            : base(service)
        {
            CalendarId = calendarId;
            EventId = eventId;
            Destination = destination;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("eventId", RequestParameterType.Path)]
        public virtual string EventId { get; private set; }

        [RequestParameter("destination", RequestParameterType.Query)]
        public virtual string Destination { get; private set; }

        [RequestParameter("sendUpdates", RequestParameterType.Query)]
        public virtual SendUpdatesEnum? SendUpdates { get; set; }

        public enum SendUpdatesEnum
        {
            [StringValue("all")]
            All = 0,

            [StringValue("externalOnly")]
            ExternalOnly = 1,

            [StringValue("none")]
            None = 2,
        }

        public override string MethodName => "move";

        public override string HttpMethod => "POST";

        public override string RestPath => "calendars/{calendarId}/events/{eventId}/move";
    }

    /// <summary>Changes the given fields of an event; arrays are replaced whole.</summary>
    public virtual PatchRequest Patch(Data.Event body, string calendarId, string eventId) => new(_service, body, calendarId, eventId);

    /// <summary>PATCH calendars/{calendarId}/events/{eventId}</summary>
    public class PatchRequest : CalendarBaseServiceRequest<Data.Event>
    {
        public PatchRequest(IClientService service, Data.Event body, string calendarId, string eventId)
            : base(service)
        {
            CalendarId = calendarId;
            EventId = eventId;
            Body = body;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("eventId", RequestParameterType.Path)]
        public virtual string EventId { get; private set; }

        [RequestParameter("alwaysIncludeEmail", RequestParameterType.Query)]
        public virtual bool? AlwaysIncludeEmail { get; set; }

        [RequestParameter("conferenceDataVersion", RequestParameterType.Query)]
        public virtual int? ConferenceDataVersion { get; set; }

        [RequestParameter("maxAttendees", RequestParameterType.Query)]
        public virtual int? MaxAttendees { get; set; }

        [RequestParameter("sendUpdates", RequestParameterType.Query)]
        public virtual SendUpdatesEnum? SendUpdates { get; set; }

        public enum SendUpdatesEnum
        {
            [StringValue("all")]
            All = 0,

            [StringValue("externalOnly")]
            ExternalOnly = 1,

            [StringValue("none")]
            None = 2,
        }

        [RequestParameter("supportsAttachments", RequestParameterType.Query)]
        public virtual bool? SupportsAttachments { get; set; }

        private Data.Event Body { get; set; }

        public override string MethodName => "patch";

        public override string HttpMethod => "PATCH";

        public override string RestPath => "calendars/{calendarId}/events/{eventId}";

        protected override object GetBody() => Body;
    }

    /// <summary>Makes an event from a line of text, as Google reads it.</summary>
    public virtual QuickAddRequest QuickAdd(string calendarId, string text) => new(_service, calendarId, text);

    /// <summary>POST calendars/{calendarId}/events/quickAdd</summary>
    public class QuickAddRequest : CalendarBaseServiceRequest<Data.Event>
    {
        public QuickAddRequest(IClientService service, string calendarId, string text)
            : base(service)
        {
            CalendarId = calendarId;
            Text = text;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("text", RequestParameterType.Query)]
        public virtual string Text { get; private set; }

        [RequestParameter("sendUpdates", RequestParameterType.Query)]
        public virtual SendUpdatesEnum? SendUpdates { get; set; }

        public enum SendUpdatesEnum
        {
            [StringValue("all")]
            All = 0,

            [StringValue("externalOnly")]
            ExternalOnly = 1,

            [StringValue("none")]
            None = 2,
        }

        public override string MethodName => "quickAdd";

        public override string HttpMethod => "POST";

        public override string RestPath => "calendars/{calendarId}/events/quickAdd";
    }

    /// <summary>Replaces an event; with its ETag in the body only if it is still as it was read.</summary>
    public virtual UpdateRequest Update(Data.Event body, string calendarId, string eventId) => new(_service, body, calendarId, eventId);

    /// <summary>PUT calendars/{calendarId}/events/{eventId}</summary>
    public class UpdateRequest : CalendarBaseServiceRequest<Data.Event>
    {
        public UpdateRequest(IClientService service, Data.Event body, string calendarId, string eventId)
            : base(service)
        {
            CalendarId = calendarId;
            EventId = eventId;
            Body = body;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("eventId", RequestParameterType.Path)]
        public virtual string EventId { get; private set; }

        [RequestParameter("alwaysIncludeEmail", RequestParameterType.Query)]
        public virtual bool? AlwaysIncludeEmail { get; set; }

        [RequestParameter("conferenceDataVersion", RequestParameterType.Query)]
        public virtual int? ConferenceDataVersion { get; set; }

        [RequestParameter("maxAttendees", RequestParameterType.Query)]
        public virtual int? MaxAttendees { get; set; }

        [RequestParameter("sendUpdates", RequestParameterType.Query)]
        public virtual SendUpdatesEnum? SendUpdates { get; set; }

        public enum SendUpdatesEnum
        {
            [StringValue("all")]
            All = 0,

            [StringValue("externalOnly")]
            ExternalOnly = 1,

            [StringValue("none")]
            None = 2,
        }

        [RequestParameter("supportsAttachments", RequestParameterType.Query)]
        public virtual bool? SupportsAttachments { get; set; }

        private Data.Event Body { get; set; }

        public override string MethodName => "update";

        public override string HttpMethod => "PUT";

        public override string RestPath => "calendars/{calendarId}/events/{eventId}";

        protected override object GetBody() => Body;
    }
}
