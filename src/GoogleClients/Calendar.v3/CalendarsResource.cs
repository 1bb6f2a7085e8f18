#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Calendar.v3;

/// <summary>Calendars as such.</summary>
public partial class CalendarsResource
{
    private readonly IClientService _service;

    public CalendarsResource(IClientService service) => _service = service;

    /// <summary>A calendar; <c>primary</c> is the owner's.</summary>
    public virtual GetRequest Get(string calendarId) => new(_service, calendarId);

    /// <summary>GET calendars/{calendarId}</summary>
    public class GetRequest : CalendarBaseServiceRequest<Data.Calendar>
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

        public override string RestPath => "calendars/{calendarId}";
    }
}
