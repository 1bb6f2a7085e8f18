#nullable disable // As Google's own package: it is built without nullable references.
using Assistant.GoogleClients.Shape;
using Google.Apis.Requests;
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Calendar.v3;

/// <summary>What every Calendar request can carry, whatever its method.</summary>
public abstract class CalendarBaseServiceRequest<TResponse> : ClientServiceRequest<TResponse>
{
    protected CalendarBaseServiceRequest(IClientService service)
        : base(service)
    {
    }

    [RequestParameter("alt", RequestParameterType.Query)]
    public virtual AltEnum? Alt { get; set; }

    public enum AltEnum
    {
        [StringValue("json")]
        Json = 0,
    }

    /// <summary>Selector of a partial response, such as <c>items(id,summary)</c>.</summary>
    [RequestParameter("fields", RequestParameterType.Query)]
    public virtual string Fields { get; set; }

    [RequestParameter("key", RequestParameterType.Query)]
    public virtual string Key { get; set; }

    [RequestParameter("oauth_token", RequestParameterType.Query)]
    public virtual string OauthToken { get; set; }

    [RequestParameter("prettyPrint", RequestParameterType.Query)]
    public virtual bool? PrettyPrint { get; set; }

    [RequestParameter("quotaUser", RequestParameterType.Query)]
    public virtual string QuotaUser { get; set; }

    [RequestParameter("userIp", RequestParameterType.Query)]
    public virtual string UserIp { get; set; }

    protected override void InitParameters()
    {
        base.InitParameters();
        DeclaredParameters.Describe(GetType(), RequestParameters);
    }
}
