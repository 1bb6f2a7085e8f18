#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;

namespace Google.Apis.Calendar.v3;

/// <summary>The palettes.</summary>
public class ColorsResource
{
    private readonly IClientService _service;

    public ColorsResource(IClientService service) => _service = service;

    /// <summary>The palettes that colour ids refer to.</summary>
    public virtual GetRequest Get() => new(_service);

    /// <summary>GET colors</summary>
    public class GetRequest : CalendarBaseServiceRequest<Data.Colors>
    {
        public GetRequest(IClientService service)
            : base(service)
        {
            InitParameters();
        }

        public override string MethodName => "get";

        public override string HttpMethod => "GET";

        public override string RestPath => "colors";
    }
}
