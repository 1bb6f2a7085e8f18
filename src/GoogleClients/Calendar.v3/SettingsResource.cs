#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Calendar.v3;

/// <summary>The person's preferences.</summary>
public class SettingsResource
{
    private readonly IClientService _service;

    public SettingsResource(IClientService service) => _service = service;

    /// <summary>One preference.</summary>
    public virtual GetRequest Get(string setting) => new(_service, setting);

    /// <summary>GET users/me/settings/{setting}</summary>
    public class GetRequest : CalendarBaseServiceRequest<Data.Setting>
    {
        public GetRequest(IClientService service, string setting)
            : base(service)
        {
            Setting = setting;
            InitParameters();
        }

        [RequestParameter("setting", RequestParameterType.Path)]
        public virtual string Setting { get; private set; }

        public override string MethodName => "get";

        public override string HttpMethod => "GET";

        public override string RestPath => "users/me/settings/{setting}";
    }

    /// <summary>All preferences.</summary>
    public virtual ListRequest List() => new(_service);

    /// <summary>GET users/me/settings</summary>
    public class ListRequest : CalendarBaseServiceRequest<Data.Settings>
    {
        public ListRequest(IClientService service)
            : base(service)
        {
            InitParameters();
        }

        [RequestParameter("maxResults", RequestParameterType.Query)]
        public virtual int? MaxResults { get; set; }

        [RequestParameter("pageToken", RequestParameterType.Query)]
        public virtual string PageToken { get; set; }

        [RequestParameter("syncToken", RequestParameterType.Query)]
        public virtual string SyncToken { get; set; }

        public override string MethodName => "list";

        public override string HttpMethod => "GET";

        public override string RestPath => "users/me/settings";
    }
}
