#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    public partial class MessagesResource
    {
        /// <summary>Adds and removes labels of up to 1,000 messages.</summary>
        public virtual BatchModifyRequest BatchModify(Data.BatchModifyMessagesRequest body, string userId) => new(_service, body, userId);

        /// <summary>POST gmail/v1/users/{userId}/messages/batchModify</summary>
        public class BatchModifyRequest : GmailBaseServiceRequest<string>
        {
            public BatchModifyRequest(IClientService service, Data.BatchModifyMessagesRequest body, string userId)
                : base(service)
            {
                UserId = userId;
                Body = body;
                InitParameters();
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }

            private Data.BatchModifyMessagesRequest Body { get; set; }

            public override string MethodName => "batchModify";

            public override string HttpMethod => "POST";

            public override string RestPath => "gmail/v1/users/{userId}/messages/batchModify";

            protected override object GetBody() => Body;
        }

        /// <summary>Adds and removes labels of one message.</summary>
        public virtual ModifyRequest Modify(Data.ModifyMessageRequest body, string userId, string id) => new(_service, body, userId, id);

        /// <summary>POST gmail/v1/users/{userId}/messages/{id}/modify</summary>
        public class ModifyRequest : GmailBaseServiceRequest<Data.Message>
        {
            public ModifyRequest(IClientService service, Data.ModifyMessageRequest body, string userId, string id)
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

            private Data.ModifyMessageRequest Body { get; set; }

            public override string MethodName => "modify";

            public override string HttpMethod => "POST";

            public override string RestPath => "gmail/v1/users/{userId}/messages/{id}/modify";

            protected override object GetBody() => Body;
        }

        /// <summary>Sends a message at once. Never to be repeated blindly.</summary>
        public virtual SendRequest Send(Data.Message body, string userId) => new(_service, body, userId);

        /// <summary>POST gmail/v1/users/{userId}/messages/send</summary>
        public class SendRequest : GmailBaseServiceRequest<Data.Message>
        {
            public SendRequest(IClientService service, Data.Message body, string userId)
                : base(service)
            {
                UserId = userId;
                Body = body;
                InitParameters();
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }

            private Data.Message Body { get; set; }

            public override string MethodName => "send";

            public override string HttpMethod => "POST";

            public override string RestPath => "gmail/v1/users/{userId}/messages/send";

            protected override object GetBody() => Body;
        }

        /// <summary>Sends a message from a stream at once. Never to be repeated blindly.</summary>
        public virtual SendMediaUpload Send(Data.Message body, string userId, Stream stream, string contentType) =>
            new(_service, body, userId, stream, contentType);

        /// <summary>POST upload/gmail/v1/users/{userId}/messages/send, 36,700,160 bytes at most; always the resumable protocol.</summary>
        public class SendMediaUpload : GmailMediaUpload<Data.Message, Data.Message>
        {
            public SendMediaUpload(
                IClientService service, Data.Message body, string userId, Stream stream, string contentType)
                : base(service, "upload/gmail/v1/users/{userId}/messages/send", "POST", stream, contentType)
            {
                UserId = userId;
                Body = body;
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }
        }

        /// <summary>Moves a message to the trash.</summary>
        public virtual TrashRequest Trash(string userId, string id) => new(_service, userId, id);

        /// <summary>POST gmail/v1/users/{userId}/messages/{id}/trash</summary>
        public class TrashRequest : GmailBaseServiceRequest<Data.Message>
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

            public override string RestPath => "gmail/v1/users/{userId}/messages/{id}/trash";
        }

        /// <summary>Takes a message out of the trash.</summary>
        public virtual UntrashRequest Untrash(string userId, string id) => new(_service, userId, id);

        /// <summary>POST gmail/v1/users/{userId}/messages/{id}/untrash</summary>
        public class UntrashRequest : GmailBaseServiceRequest<Data.Message>
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

            public override string RestPath => "gmail/v1/users/{userId}/messages/{id}/untrash";
        }
    }
}
