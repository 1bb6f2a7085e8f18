#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Calendar.v3;

public partial class CalendarsResource
{
    /// <summary>Deletes a secondary calendar with all of its events.</summary>
    public virtual DeleteRequest Delete(string calendarId) => new(_service, calendarId);

    /// <summary>DELETE calendars/{calendarId}</summary>
    public class DeleteRequest : CalendarBaseServiceRequest<string>
    {
        public DeleteRequest(IClientService service, string calendarId)
            : base(service)
        {
            CalendarId = calendarId;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        public override string MethodName => "delete";

        public override string HttpMethod => "DELETE";

        public override string RestPath => "calendars/{calendarId}";
    }

    /// <summary>Makes a secondary calendar.</summary>
    public virtual InsertRequest Insert(Data.Calendar body) => new(_service, body);

    /// <summary>POST calendars</summary>
    public class InsertRequest : CalendarBaseServiceRequest<Data.Calendar>
    {
        public InsertRequest(IClientService service, Data.Calendar body)
            : base(service)
        {
            Body = body;
            InitParameters();
        }

        private Data.Calendar Body { get; set; }

        public override string MethodName => "insert";

        public override string HttpMethod => "POST";

        public override string RestPath => "calendars";

        protected override object GetBody() => Body;
    }

    /// <summary>Changes the given fields.</summary>
    public virtual PatchRequest Patch(Data.Calendar body, string calendarId) => new(_service, body, calendarId);

    /// <summary>PATCH calendars/{calendarId}</summary>
    public class PatchRequest : CalendarBaseServiceRequest<Data.Calendar>
    {
        public PatchRequest(IClientService service, Data.Calendar body, string calendarId)
            : base(service)
        {
            CalendarId = calendarId;
            Body = body;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        private Data.Calendar Body { get; set; }

        public override string MethodName => "patch";

        public override string HttpMethod => "PATCH";

        public override string RestPath => "calendars/{calendarId}";

        protected override object GetBody() => Body;
    }

    /// <summary>Replaces the fields.</summary>
    public virtual UpdateRequest Update(Data.Calendar body, string calendarId) => new(_service, body, calendarId);

    /// <summary>PUT calendars/{calendarId}</summary>
    public class UpdateRequest : CalendarBaseServiceRequest<Data.Calendar>
    {
        public UpdateRequest(IClientService service, Data.Calendar body, string calendarId)
            : base(service)
        {
            CalendarId = calendarId;
            Body = body;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        private Data.Calendar Body { get; set; }

        public override string MethodName => "update";

        public override string HttpMethod => "PUT";

        public override string RestPath => "calendars/{calendarId}";

        protected override object GetBody() => Body;
    }
}
