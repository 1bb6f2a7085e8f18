#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    /// <summary>Labels.</summary>
    public partial class LabelsResource
    {
        private readonly IClientService _service;

        public LabelsResource(IClientService service) => _service = service;

        /// <summary>One label with its counts.</summary>
        public virtual GetRequest Get(string userId, string id) => new(_service, userId, id);

        /// <summary>GET gmail/v1/users/{userId}/labels/{id}</summary>
        public class GetRequest : GmailBaseServiceRequest<Data.Label>
        {
            public GetRequest(IClientService service, string userId, string id)
                : base(service)
            {
                UserId = userId;
                Id = id;
                InitParameters();
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }

            [RequestParameter("id", RequestParameterType.Path)]
            public virtual string Id { get; private set; }

            public override string MethodName => "get";

            public override string HttpMethod => "GET";

            public override string RestPath => "gmail/v1/users/{userId}/labels/{id}";
        }

        /// <summary>All labels, without counts.</summary>
        public virtual ListRequest List(string userId) => new(_service, userId);

        /// <summary>GET gmail/v1/users/{userId}/labels</summary>
        public class ListRequest : GmailBaseServiceRequest<Data.ListLabelsResponse>
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

            public override string RestPath => "gmail/v1/users/{userId}/labels";
        }
    }
}
