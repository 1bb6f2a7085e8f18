#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    public partial class SettingsResource
    {
        /// <summary>The vacation responder.</summary>
        public virtual GetVacationRequest GetVacation(string userId) => new(_service, userId);

        /// <summary>GET gmail/v1/users/{userId}/settings/vacation</summary>
        public class GetVacationRequest : GmailBaseServiceRequest<Data.VacationSettings>
        {
            public GetVacationRequest(IClientService service, string userId)
                : base(service)
            {
                UserId = userId;
                InitParameters();
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }

            public override string MethodName => "getVacation";

            public override string HttpMethod => "GET";

            public override string RestPath => "gmail/v1/users/{userId}/settings/vacation";
        }

        /// <summary>Replaces the vacation responder.</summary>
        public virtual UpdateVacationRequest UpdateVacation(Data.VacationSettings body, string userId) => new(_service, body, userId);

        /// <summary>PUT gmail/v1/users/{userId}/settings/vacation</summary>
        public class UpdateVacationRequest : GmailBaseServiceRequest<Data.VacationSettings>
        {
            public UpdateVacationRequest(IClientService service, Data.VacationSettings body, string userId)
                : base(service)
            {
                UserId = userId;
                Body = body;
                InitParameters();
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }

            private Data.VacationSettings Body { get; set; }

            public override string MethodName => "updateVacation";

            public override string HttpMethod => "PUT";

            public override string RestPath => "gmail/v1/users/{userId}/settings/vacation";

            protected override object GetBody() => Body;
        }
    }
}
