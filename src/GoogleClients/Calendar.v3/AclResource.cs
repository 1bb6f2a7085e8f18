#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Calendar.v3;

/// <summary>Who may see or change a calendar.</summary>
public class AclResource
{
    private readonly IClientService _service;

    public AclResource(IClientService service) => _service = service;

    /// <summary>Ends the sharing of a rule.</summary>
    public virtual DeleteRequest Delete(string calendarId, string ruleId) => new(_service, calendarId, ruleId);

    /// <summary>DELETE calendars/{calendarId}/acl/{ruleId}</summary>
    public class DeleteRequest : CalendarBaseServiceRequest<string>
    {
        public DeleteRequest(IClientService service, string calendarId, string ruleId)
            : base(service)
        {
            CalendarId = calendarId;
            RuleId = ruleId;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("ruleId", RequestParameterType.Path)]
        public virtual string RuleId { get; private set; }

        public override string MethodName => "delete";

        public override string HttpMethod => "DELETE";

        public override string RestPath => "calendars/{calendarId}/acl/{ruleId}";
    }

    /// <summary>One rule.</summary>
    public virtual GetRequest Get(string calendarId, string ruleId) => new(_service, calendarId, ruleId);

    /// <summary>GET calendars/{calendarId}/acl/{ruleId}</summary>
    public class GetRequest : CalendarBaseServiceRequest<Data.AclRule>
    {
        public GetRequest(IClientService service, string calendarId, string ruleId)
            : base(service)
        {
            CalendarId = calendarId;
            RuleId = ruleId;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("ruleId", RequestParameterType.Path)]
        public virtual string RuleId { get; private set; }

        public override string MethodName => "get";

        public override string HttpMethod => "GET";

        public override string RestPath => "calendars/{calendarId}/acl/{ruleId}";
    }

    /// <summary>Shares the calendar.</summary>
    public virtual InsertRequest Insert(Data.AclRule body, string calendarId) => new(_service, body, calendarId);

    /// <summary>POST calendars/{calendarId}/acl</summary>
    public class InsertRequest : CalendarBaseServiceRequest<Data.AclRule>
    {
        public InsertRequest(IClientService service, Data.AclRule body, string calendarId)
            : base(service)
        {
            CalendarId = calendarId;
            Body = body;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("sendNotifications", RequestParameterType.Query)]
        public virtual bool? SendNotifications { get; set; }

        private Data.AclRule Body { get; set; }

        public override string MethodName => "insert";

        public override string HttpMethod => "POST";

        public override string RestPath => "calendars/{calendarId}/acl";

        protected override object GetBody() => Body;
    }

    /// <summary>The rules, page by page.</summary>
    public virtual ListRequest List(string calendarId) => new(_service, calendarId);

    /// <summary>GET calendars/{calendarId}/acl</summary>
    public class ListRequest : CalendarBaseServiceRequest<Data.Acl>
    {
        public ListRequest(IClientService service, string calendarId)
            : base(service)
        {
            CalendarId = calendarId;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("maxResults", RequestParameterType.Query)]
        public virtual int? MaxResults { get; set; }

        [RequestParameter("pageToken", RequestParameterType.Query)]
        public virtual string PageToken { get; set; }

        [RequestParameter("showDeleted", RequestParameterType.Query)]
        public virtual bool? ShowDeleted { get; set; }

        [RequestParameter("syncToken", RequestParameterType.Query)]
        public virtual string SyncToken { get; set; }

        public override string MethodName => "list";

        public override string HttpMethod => "GET";

        public override string RestPath => "calendars/{calendarId}/acl";
    }

    /// <summary>Changes the role of a rule.</summary>
    public virtual PatchRequest Patch(Data.AclRule body, string calendarId, string ruleId) => new(_service, body, calendarId, ruleId);

    /// <summary>PATCH calendars/{calendarId}/acl/{ruleId}</summary>
    public class PatchRequest : CalendarBaseServiceRequest<Data.AclRule>
    {
        public PatchRequest(IClientService service, Data.AclRule body, string calendarId, string ruleId)
            : base(service)
        {
            CalendarId = calendarId;
            RuleId = ruleId;
            Body = body;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("ruleId", RequestParameterType.Path)]
        public virtual string RuleId { get; private set; }

        [RequestParameter("sendNotifications", RequestParameterType.Query)]
        public virtual bool? SendNotifications { get; set; }

        private Data.AclRule Body { get; set; }

        public override string MethodName => "patch";

        public override string HttpMethod => "PATCH";

        public override string RestPath => "calendars/{calendarId}/acl/{ruleId}";

        protected override object GetBody() => Body;
    }

    /// <summary>Replaces a rule.</summary>
    public virtual UpdateRequest Update(Data.AclRule body, string calendarId, string ruleId) => new(_service, body, calendarId, ruleId);

    /// <summary>PUT calendars/{calendarId}/acl/{ruleId}</summary>
    public class UpdateRequest : CalendarBaseServiceRequest<Data.AclRule>
    {
        public UpdateRequest(IClientService service, Data.AclRule body, string calendarId, string ruleId)
            : base(service)
        {
            CalendarId = calendarId;
            RuleId = ruleId;
            Body = body;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        [RequestParameter("ruleId", RequestParameterType.Path)]
        public virtual string RuleId { get; private set; }

        [RequestParameter("sendNotifications", RequestParameterType.Query)]
        public virtual bool? SendNotifications { get; set; }

        private Data.AclRule Body { get; set; }

        public override string MethodName => "update";

        public override string HttpMethod => "PUT";

        public override string RestPath => "calendars/{calendarId}/acl/{ruleId}";

        protected override object GetBody() => Body;
    }
}
