#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    public partial class SettingsResource
    {
        /// <summary>Filters for incoming mail. They cannot be changed, only made and deleted.</summary>
        public class FiltersResource
        {
            private readonly IClientService _service;

            public FiltersResource(IClientService service) => _service = service;

            /// <summary>Makes a filter.</summary>
            public virtual CreateRequest Create(Data.Filter body, string userId) => new(_service, body, userId);

            /// <summary>POST gmail/v1/users/{userId}/settings/filters</summary>
            public class CreateRequest : GmailBaseServiceRequest<Data.Filter>
            {
                public CreateRequest(IClientService service, Data.Filter body, string userId)
                    : base(service)
                {
                    UserId = userId;
                    Body = body;
                    InitParameters();
                }

                [RequestParameter("userId", RequestParameterType.Path)]
                public virtual string UserId { get; private set; }

                private Data.Filter Body { get; set; }

                public override string MethodName => "create";

                public override string HttpMethod => "POST";

                public override string RestPath => "gmail/v1/users/{userId}/settings/filters";

                protected override object GetBody() => Body;
            }

            /// <summary>Deletes a filter.</summary>
            public virtual DeleteRequest Delete(string userId, string id) => new(_service, userId, id);

            /// <summary>DELETE gmail/v1/users/{userId}/settings/filters/{id}</summary>
            public class DeleteRequest : GmailBaseServiceRequest<string>
            {
                public DeleteRequest(IClientService service, string userId, string id)
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

                public override string MethodName => "delete";

                public override string HttpMethod => "DELETE";

                public override string RestPath => "gmail/v1/users/{userId}/settings/filters/{id}";
            }

            /// <summary>One filter.</summary>
            public virtual GetRequest Get(string userId, string id) => new(_service, userId, id);

            /// <summary>GET gmail/v1/users/{userId}/settings/filters/{id}</summary>
            public class GetRequest : GmailBaseServiceRequest<Data.Filter>
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

                public override string RestPath => "gmail/v1/users/{userId}/settings/filters/{id}";
            }

            /// <summary>All filters.</summary>
            public virtual ListRequest List(string userId) => new(_service, userId);

            /// <summary>GET gmail/v1/users/{userId}/settings/filters</summary>
            public class ListRequest : GmailBaseServiceRequest<Data.ListFiltersResponse>
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

                public override string RestPath => "gmail/v1/users/{userId}/settings/filters";
            }
        }
    }
}
