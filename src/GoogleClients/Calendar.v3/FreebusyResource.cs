#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;

namespace Google.Apis.Calendar.v3;

/// <summary>Busy periods.</summary>
public class FreebusyResource
{
    private readonly IClientService _service;

    public FreebusyResource(IClientService service) => _service = service;

    /// <summary>Busy periods of calendars and groups. A POST that changes nothing.</summary>
    public virtual QueryRequest Query(Data.FreeBusyRequest body) => new(_service, body);

    /// <summary>POST freeBusy</summary>
    public class QueryRequest : CalendarBaseServiceRequest<Data.FreeBusyResponse>
    {
        public QueryRequest(IClientService service, Data.FreeBusyRequest body)
            : base(service)
        {
            Body = body;
            InitParameters();
        }

        public override string MethodName => "query";

        public override string HttpMethod => "POST";

        public override string RestPath => "freeBusy";

        private Data.FreeBusyRequest Body { get; }

        protected override object GetBody() => Body;
    }
}
