#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    /// <summary>Conversations.</summary>
    public partial class ThreadsResource
    {
        private readonly IClientService _service;

        public ThreadsResource(IClientService service) => _service = service;

        /// <summary>One conversation with its messages.</summary>
        public virtual GetRequest Get(string userId, string id) => new(_service, userId, id);

        /// <summary>GET gmail/v1/users/{userId}/threads/{id}</summary>
        public class GetRequest : GmailBaseServiceRequest<Data.Thread>
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

            [RequestParameter("format", RequestParameterType.Query)]
            public virtual FormatEnum? Format { get; set; }

            public enum FormatEnum
            {
                [StringValue("full")]
                Full = 0,

                [StringValue("metadata")]
                Metadata = 1,

                [StringValue("minimal")]
                Minimal = 2,
            }

            /// <summary>The headers to include, with format metadata.</summary>
            [RequestParameter("metadataHeaders", RequestParameterType.Query)]
            public virtual Repeatable<string> MetadataHeaders { get; set; }

            public override string MethodName => "get";

            public override string HttpMethod => "GET";

            public override string RestPath => "gmail/v1/users/{userId}/threads/{id}";
        }

        /// <summary>Conversations that match a query.</summary>
        public virtual ListRequest List(string userId) => new(_service, userId);

        /// <summary>GET gmail/v1/users/{userId}/threads</summary>
        public class ListRequest : GmailBaseServiceRequest<Data.ListThreadsResponse>
        {
            public ListRequest(IClientService service, string userId)
                : base(service)
            {
                UserId = userId;
                InitParameters();
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }

            [RequestParameter("includeSpamTrash", RequestParameterType.Query)]
            public virtual bool? IncludeSpamTrash { get; set; }

            /// <summary>Only threads that have all of them.</summary>
            [RequestParameter("labelIds", RequestParameterType.Query)]
            public virtual Repeatable<string> LabelIds { get; set; }

            /// <summary>100 unless set, 500 at most.</summary>
            [RequestParameter("maxResults", RequestParameterType.Query)]
            public virtual long? MaxResults { get; set; }

            [RequestParameter("pageToken", RequestParameterType.Query)]
            public virtual string PageToken { get; set; }

            /// <summary>In the syntax of Gmail's search box.</summary>
            [RequestParameter("q", RequestParameterType.Query)]
            public virtual string Q { get; set; }

            public override string MethodName => "list";

            public override string HttpMethod => "GET";

            public override string RestPath => "gmail/v1/users/{userId}/threads";
        }
    }
}
