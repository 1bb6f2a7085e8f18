#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Upload;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

/// <summary>What every upload to Gmail can carry, whatever its method.</summary>
public abstract class GmailMediaUpload<TRequest, TResponse> : ResumableUpload<TRequest, TResponse>
{
    protected GmailMediaUpload(IClientService service, string path, string httpMethod, Stream stream, string contentType)
        : base(service, path, httpMethod, stream, contentType)
    {
    }

    [RequestParameter("access_token", RequestParameterType.Query)]
    public virtual string AccessToken { get; set; }

    /// <summary>Selector of a partial response.</summary>
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
}
