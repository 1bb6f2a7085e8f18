#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    public partial class SettingsResource
    {
        /// <summary>Addresses to send as.</summary>
        public partial class SendAsResource
        {
            private readonly IClientService _service;

            public SendAsResource(IClientService service) => _service = service;

            /// <summary>All addresses that the mailbox may send as.</summary>
            public virtual ListRequest List(string userId) => new(_service, userId);

            /// <summary>GET gmail/v1/users/{userId}/settings/sendAs</summary>
            public class ListRequest : GmailBaseServiceRequest<Data.ListSendAsResponse>
            {
                public ListRequest(IClientService service, string userId)
                    : base(service)
                {
                    UserId = userId;
                    InitParameters();
                }

                [RequestParameter("userId", RequestParameterType.Path)]
                public virtual string UserId { get; private set; }

                public override string MethodName => "list";

                public override string HttpMethod => "GET";

                public override string RestPath => "gmail/v1/users/{userId}/settings/sendAs";
            }
        }
    }
}
