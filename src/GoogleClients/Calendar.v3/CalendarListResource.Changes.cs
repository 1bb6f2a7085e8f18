#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Calendar.v3;

public partial class CalendarListResource
{
    /// <summary>Takes a calendar off the list.</summary>
    public virtual DeleteRequest Delete(string calendarId) => new(_service, calendarId);

    /// <summary>DELETE users/me/calendarList/{calendarId}</summary>
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

        public override string RestPath => "users/me/calendarList/{calendarId}";
    }

    /// <summary>Puts an existing calendar into the list.</summary>
    public virtual InsertRequest Insert(Data.CalendarListEntry body) => new(_service, body);

    /// <summary>POST users/me/calendarList</summary>
    public class InsertRequest : CalendarBaseServiceRequest<Data.CalendarListEntry>
    {
        public InsertRequest(IClientService service, Data.CalendarListEntry body)
            : base(service)
        {
            Body = body;
            InitParameters();
        }

        [RequestParameter("colorRgbFormat", RequestParameterType.Query)]
        public virtual bool? ColorRgbFormat { get; set; }

        private Data.CalendarListEntry Body { get; set; }

        public override string MethodName => "insert";

        public override string HttpMethod => "POST";

        public override string RestPath => "users/me/calendarList";

        protected override object GetBody() => Body;
    }

    /// <summary>Changes how the person sees a calendar.</summary>
    public virtual PatchRequest Patch(Data.CalendarListEntry body, string calendarId) => new(_service, body, calendarId);

    /// <summary>PATCH users/me/calendarList/{calendarId}</summary>
    public class PatchRequest : CalendarBaseServiceRequest<Data.CalendarListEntry>
    {
        public PatchRequest(IClientService service, Data.CalendarListEntry body, string calendarId)
            : base(service)
        {
            CalendarId = calendarId;
            Body = body;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("colorRgbFormat", RequestParameterType.Query)]
        public virtual bool? ColorRgbFormat { get; set; }

        private Data.CalendarListEntry Body { get; set; }

        public override string MethodName => "patch";

        public override string HttpMethod => "PATCH";

        public override string RestPath => "users/me/calendarList/{calendarId}";

        protected override object GetBody() => Body;
    }

    /// <summary>Replaces how the person sees a calendar.</summary>
    public virtual UpdateRequest Update(Data.CalendarListEntry body, string calendarId) => new(_service, body, calendarId);

    /// <summary>PUT users/me/calendarList/{calendarId}</summary>
    public class UpdateRequest : CalendarBaseServiceRequest<Data.CalendarListEntry>
    {
        public UpdateRequest(IClientService service, Data.CalendarListEntry body, string calendarId)
            : base(service)
        {
            CalendarId = calendarId;
            Body = body;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("colorRgbFormat", RequestParameterType.Query)]
        public virtual bool? ColorRgbFormat { get; set; }

        private Data.CalendarListEntry Body { get; set; }

        public override string MethodName => "update";

        public override string HttpMethod => "PUT";

        public override string RestPath => "users/me/calendarList/{calendarId}";

        protected override object GetBody() => Body;
    }
}
