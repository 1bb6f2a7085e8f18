#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    /// <summary>Drafts: each is one message that nobody else sees, under an id that stays when the message is replaced.</summary>
    public class DraftsResource
    {
        private readonly IClientService _service;

        public DraftsResource(IClientService service) => _service = service;

        /// <summary>Saves a draft.</summary>
        public virtual CreateRequest Create(Data.Draft body, string userId) => new(_service, body, userId);

        /// <summary>POST gmail/v1/users/{userId}/drafts</summary>
        public class CreateRequest : GmailBaseServiceRequest<Data.Draft>
        {
            public CreateRequest(IClientService service, Data.Draft body, string userId)
                : base(service)
            {
                UserId = userId;
                Body = body;
                InitParameters();
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }

            private Data.Draft Body { get; set; }

            public override string MethodName => "create";

            public override string HttpMethod => "POST";

            public override string RestPath => "gmail/v1/users/{userId}/drafts";

            protected override object GetBody() => Body;
        }

        /// <summary>Saves a draft from a stream (RFC 5322, content type <c>message/rfc822</c>).</summary>
        public virtual CreateMediaUpload Create(Data.Draft body, string userId, Stream stream, string contentType) =>
            new(_service, body, userId, stream, contentType);

        /// <summary>POST upload/gmail/v1/users/{userId}/drafts, 36,700,160 bytes at most; always the resumable protocol.</summary>
        public class CreateMediaUpload : GmailMediaUpload<Data.Draft, Data.Draft>
        {
            public CreateMediaUpload(
                IClientService service, Data.Draft body, string userId, Stream stream, string contentType)
                : base(service, "upload/gmail/v1/users/{userId}/drafts", "POST", stream, contentType)
            {
                UserId = userId;
                Body = body;
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }
        }

        /// <summary>Deletes a draft for good, past the trash.</summary>
        public virtual DeleteRequest Delete(string userId, string id) => new(_service, userId, id);

        /// <summary>DELETE gmail/v1/users/{userId}/drafts/{id}</summary>
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

            public override string RestPath => "gmail/v1/users/{userId}/drafts/{id}";
        }

        /// <summary>One draft.</summary>
        public virtual GetRequest Get(string userId, string id) => new(_service, userId, id);

        /// <summary>GET gmail/v1/users/{userId}/drafts/{id}</summary>
        public class GetRequest : GmailBaseServiceRequest<Data.Draft>
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
                [StringValue("minimal")]
                Minimal = 0,

                [StringValue("full")]
                Full = 1,

                [StringValue("raw")]
                Raw = 2,

                [StringValue("metadata")]
                Metadata = 3,
            }

            public override string MethodName => "get";

            public override string HttpMethod => "GET";

            public override string RestPath => "gmail/v1/users/{userId}/drafts/{id}";
        }

        /// <summary>Drafts, the newest first.</summary>
        public virtual ListRequest List(string userId) => new(_service, userId);

        /// <summary>GET gmail/v1/users/{userId}/drafts</summary>
        public class ListRequest : GmailBaseServiceRequest<Data.ListDraftsResponse>
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

            public override string RestPath => "gmail/v1/users/{userId}/drafts";
        }

        /// <summary>Sends a draft to its To, Cc and Bcc. Never to be repeated blindly.</summary>
        public virtual SendRequest Send(Data.Draft body, string userId) => new(_service, body, userId);

        /// <summary>POST gmail/v1/users/{userId}/drafts/send</summary>
        public class SendRequest : GmailBaseServiceRequest<Data.Message>
        {
            public SendRequest(IClientService service, Data.Draft body, string userId)
                : base(service)
            {
                UserId = userId;
                Body = body;
                InitParameters();
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }

            private Data.Draft Body { get; set; }

            public override string MethodName => "send";

            public override string HttpMethod => "POST";

            public override string RestPath => "gmail/v1/users/{userId}/drafts/send";

            protected override object GetBody() => Body;
        }

        /// <summary>Sends a draft with the content of a stream. Never to be repeated blindly.</summary>
        public virtual SendMediaUpload Send(Data.Draft body, string userId, Stream stream, string contentType) =>
            new(_service, body, userId, stream, contentType);

        /// <summary>POST upload/gmail/v1/users/{userId}/drafts/send, 36,700,160 bytes at most; always the resumable protocol.</summary>
        public class SendMediaUpload : GmailMediaUpload<Data.Draft, Data.Message>
        {
            public SendMediaUpload(
                IClientService service, Data.Draft body, string userId, Stream stream, string contentType)
                : base(service, "upload/gmail/v1/users/{userId}/drafts/send", "POST", stream, contentType)
            {
                UserId = userId;
                Body = body;
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }
        }

        /// <summary>Replaces the message of a draft.</summary>
        public virtual UpdateRequest Update(Data.Draft body, string userId, string id) => new(_service, body, userId, id);

        /// <summary>PUT gmail/v1/users/{userId}/drafts/{id}</summary>
        public class UpdateRequest : GmailBaseServiceRequest<Data.Draft>
        {
            public UpdateRequest(IClientService service, Data.Draft body, string userId, string id)
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

            private Data.Draft Body { get; set; }

            public override string MethodName => "update";

            public override string HttpMethod => "PUT";

            public override string RestPath => "gmail/v1/users/{userId}/drafts/{id}";

            protected override object GetBody() => Body;
        }

        /// <summary>Replaces the message of a draft from a stream.</summary>
        public virtual UpdateMediaUpload Update(Data.Draft body, string userId, string id, Stream stream, string contentType) =>
            new(_service, body, userId, id, stream, contentType);

        /// <summary>PUT upload/gmail/v1/users/{userId}/drafts/{id}, 36,700,160 bytes at most; always the resumable protocol.</summary>
        public class UpdateMediaUpload : GmailMediaUpload<Data.Draft, Data.Draft>
        {
            public UpdateMediaUpload(
                IClientService service, Data.Draft body, string userId, string id, Stream stream, string contentType)
                : base(service, "upload/gmail/v1/users/{userId}/drafts/{id}", "PUT", stream, contentType)
            {
                UserId = userId;
                Id = id;
                Body = body;
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }

            [RequestParameter("id", RequestParameterType.Path)]
            public virtual string Id { get; private set; }
        }
    }
}
