#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

/// <summary>Everything in a mailbox; the user id <c>me</c> is the owner of the token.</summary>
public partial class UsersResource
{
    private readonly IClientService _service;

    public UsersResource(IClientService service)
    {
        _service = service;
        Drafts = new DraftsResource(service);
        History = new HistoryResource(service);
        Labels = new LabelsResource(service);
        Messages = new MessagesResource(service);
        Settings = new SettingsResource(service);
        Threads = new ThreadsResource(service);
    }

    public virtual DraftsResource Drafts { get; }

    public virtual HistoryResource History { get; }

    public virtual LabelsResource Labels { get; }

    public virtual MessagesResource Messages { get; }

    public virtual SettingsResource Settings { get; }

    public virtual ThreadsResource Threads { get; }

    /// <summary>Address, totals and history id of the mailbox.</summary>
    public virtual GetProfileRequest GetProfile(string userId) => new(_service, userId);

    /// <summary>GET gmail/v1/users/{userId}/profile</summary>
    public class GetProfileRequest : GmailBaseServiceRequest<Data.Profile>
    {
        public GetProfileRequest(IClientService service, string userId)
            : base(service)
        {
            UserId = userId;
            InitParameters();
        }

        [RequestParameter("userId", RequestParameterType.Path)]
        public virtual string UserId { get; private set; }

        public override string MethodName => "getProfile";

        public override string HttpMethod => "GET";

        public override string RestPath => "gmail/v1/users/{userId}/profile";
    }
}
