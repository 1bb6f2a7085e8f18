#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Calendar.v3;

/// <summary>The person's own list of calendars.</summary>
public partial class CalendarListResource
{
    private readonly IClientService _service;

    public CalendarListResource(IClientService service) => _service = service;

    /// <summary>One entry of the list.</summary>
    public virtual GetRequest Get(string calendarId) => new(_service, calendarId);

    /// <summary>GET users/me/calendarList/{calendarId}</summary>
    public class GetRequest : CalendarBaseServiceRequest<Data.CalendarListEntry>
    {
        public GetRequest(IClientService service, string calendarId)
            : base(service)
        {
            CalendarId = calendarId;
            InitParameters();
        }

        [RequestParameter("calendarId", RequestParameterType.Path)]
        public virtual string CalendarId { get; private set; }

        public override string MethodName => "get";

        public override string HttpMethod => "GET";

        public override string RestPath => "users/me/calendarList/{calendarId}";
    }

    /// <summary>The list, page by page.</summary>
    public virtual ListRequest List() => new(_service);

    /// <summary>GET users/me/calendarList</summary>
    public class ListRequest : CalendarBaseServiceRequest<Data.CalendarList>
    {
        public ListRequest(IClientService service)
            : base(service)
        {
            InitParameters();
        }

        /// <summary>100 unless set, 250 at most.</summary>
        [RequestParameter("maxResults", RequestParameterType.Query)]
        public virtual int? MaxResults { get; set; }

        [RequestParameter("minAccessRole", RequestParameterType.Query)]
        public virtual MinAccessRoleEnum? MinAccessRole { get; set; }

        public enum MinAccessRoleEnum
        {
            [StringValue("freeBusyReader")]
            FreeBusyReader = 0,

            [StringValue("owner")]
            Owner = 1,

            [StringValue("reader")]
            Reader = 2,

            [StringValue("writer")]
            Writer = 3,
        }

        [RequestParameter("pageToken", RequestParameterType.Query)]
        public virtual string PageToken { get; set; }

        [RequestParameter("showDeleted", RequestParameterType.Query)]
        public virtual bool? ShowDeleted { get; set; }

        [RequestParameter("showHidden", RequestParameterType.Query)]
        public virtual bool? ShowHidden { get; set; }

        [RequestParameter("syncToken", RequestParameterType.Query)]
        public virtual string SyncToken { get; set; }

        public override string MethodName => "list";

        public override string HttpMethod => "GET";

        public override string RestPath => "users/me/calendarList";
    }
}
