#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    public partial class SettingsResource
    {
        public partial class SendAsResource
        {
            /// <summary>One address.</summary>
            public virtual GetRequest Get(string userId, string sendAsEmail) => new(_service, userId, sendAsEmail);

            /// <summary>GET gmail/v1/users/{userId}/settings/sendAs/{sendAsEmail}</summary>
            public class GetRequest : GmailBaseServiceRequest<Data.SendAs>
            {
                public GetRequest(IClientService service, string userId, string sendAsEmail)
                    : base(service)
                {
                    UserId = userId;
                    SendAsEmail = sendAsEmail;
                    InitParameters();
                }

                [RequestParameter("userId", RequestParameterType.Path)]
                public virtual string UserId { get; private set; }

                [RequestParameter("sendAsEmail", RequestParameterType.Path)]
                public virtual string SendAsEmail { get; private set; }

                public override string MethodName => "get";

                public override string HttpMethod => "GET";

                public override string RestPath => "gmail/v1/users/{userId}/settings/sendAs/{sendAsEmail}";
            }

            /// <summary>Changes the given fields of an address.</summary>
            public virtual PatchRequest Patch(Data.SendAs body, string userId, string sendAsEmail) => new(_service, body, userId, sendAsEmail);

            /// <summary>PATCH gmail/v1/users/{userId}/settings/sendAs/{sendAsEmail}</summary>
            public class PatchRequest : GmailBaseServiceRequest<Data.SendAs>
            {
                public PatchRequest(IClientService service, Data.SendAs body, string userId, string sendAsEmail)
                    : base(service)
                {
                    UserId = userId;
                    SendAsEmail = sendAsEmail;
                    Body = body;
                    InitParameters();
                }

                [RequestParameter("userId", RequestParameterType.Path)]
                public virtual string UserId { get; private set; }

                [RequestParameter("sendAsEmail", RequestParameterType.Path)]
                public virtual string SendAsEmail { get; private set; }

                private Data.SendAs Body { get; set; }

                public override string MethodName => "patch";

                public override string HttpMethod => "PATCH";

                public override string RestPath => "gmail/v1/users/{userId}/settings/sendAs/{sendAsEmail}";

                protected override object GetBody() => Body;
            }

            /// <summary>Replaces an address.</summary>
            public virtual UpdateRequest Update(Data.SendAs body, string userId, string sendAsEmail) => new(_service, body, userId, sendAsEmail);

            /// <summary>PUT gmail/v1/users/{userId}/settings/sendAs/{sendAsEmail}</summary>
            public class UpdateRequest : GmailBaseServiceRequest<Data.SendAs>
            {
                public UpdateRequest(IClientService service, Data.SendAs body, string userId, string sendAsEmail)
                    : base(service)
                {
                    UserId = userId;
                    SendAsEmail = sendAsEmail;
                    Body = body;
                    InitParameters();
                }

                [RequestParameter("userId", RequestParameterType.Path)]
                public virtual string UserId { get; private set; }

                [RequestParameter("sendAsEmail", RequestParameterType.Path)]
                public virtual string SendAsEmail { get; private set; }

                private Data.SendAs Body { get; set; }

                public override string MethodName => "update";

                public override string HttpMethod => "PUT";

                public override string RestPath => "gmail/v1/users/{userId}/settings/sendAs/{sendAsEmail}";

                protected override object GetBody() => Body;
            }
        }
    }
}
