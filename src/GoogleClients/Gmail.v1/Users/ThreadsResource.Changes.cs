#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    public partial class ThreadsResource
    {
        /// <summary>Adds and removes labels of all messages of a thread.</summary>
        public virtual ModifyRequest Modify(Data.ModifyThreadRequest body, string userId, string id) => new(_service, body, userId, id);

        /// <summary>POST gmail/v1/users/{userId}/threads/{id}/modify</summary>
        public class ModifyRequest : GmailBaseServiceRequest<Data.Thread>
        {
            public ModifyRequest(IClientService service, Data.ModifyThreadRequest body, string userId, string id)
                : base(service)
            {
                UserId = userId;
                Id = id;
                Body = body;
                InitParameters();
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }

            [RequestParameter("id", RequestParameterType.Path)]
            public virtual string Id { get; private set; }

            private Data.ModifyThreadRequest Body { get; set; }

            public override string MethodName => "modify";

            public override string HttpMethod => "POST";

            public override string RestPath => "gmail/v1/users/{userId}/threads/{id}/modify";

            protected override object GetBody() => Body;
        }

        /// <summary>Moves a thread to the trash.</summary>
        public virtual TrashRequest Trash(string userId, string id) => new(_service, userId, id);

        /// <summary>POST gmail/v1/users/{userId}/threads/{id}/trash</summary>
        public class TrashRequest : GmailBaseServiceRequest<Data.Thread>
        {
            public TrashRequest(IClientService service, string userId, string id)
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

            public override string MethodName => "trash";

            public override string HttpMethod => "POST";

            public override string RestPath => "gmail/v1/users/{userId}/threads/{id}/trash";
        }

        /// <summary>Takes a thread out of the trash.</summary>
        public virtual UntrashRequest Untrash(string userId, string id) => new(_service, userId, id);

        /// <summary>POST gmail/v1/users/{userId}/threads/{id}/untrash</summary>
        public class UntrashRequest : GmailBaseServiceRequest<Data.Thread>
        {
            public UntrashRequest(IClientService service, string userId, string id)
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

            public override string MethodName => "untrash";

            public override string HttpMethod => "POST";

            public override string RestPath => "gmail/v1/users/{userId}/threads/{id}/untrash";
        }
    }
}
