#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    public partial class LabelsResource
    {
        /// <summary>Makes a label.</summary>
        public virtual CreateRequest Create(Data.Label body, string userId) => new(_service, body, userId);

        /// <summary>POST gmail/v1/users/{userId}/labels</summary>
        public class CreateRequest : GmailBaseServiceRequest<Data.Label>
        {
            public CreateRequest(IClientService service, Data.Label body, string userId)
                : base(service)
            {
                UserId = userId;
                Body = body;
                InitParameters();
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }

            private Data.Label Body { get; set; }

            public override string MethodName => "create";

            public override string HttpMethod => "POST";

            public override string RestPath => "gmail/v1/users/{userId}/labels";

            protected override object GetBody() => Body;
        }

        /// <summary>Deletes a label for good and takes it off its messages.</summary>
        public virtual DeleteRequest Delete(string userId, string id) => new(_service, userId, id);

        /// <summary>DELETE gmail/v1/users/{userId}/labels/{id}</summary>
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

            public override string RestPath => "gmail/v1/users/{userId}/labels/{id}";
        }

        /// <summary>Changes the given fields of a label.</summary>
        public virtual PatchRequest Patch(Data.Label body, string userId, string id) => new(_service, body, userId, id);

        /// <summary>PATCH gmail/v1/users/{userId}/labels/{id}</summary>
        public class PatchRequest : GmailBaseServiceRequest<Data.Label>
        {
            public PatchRequest(IClientService service, Data.Label body, string userId, string id)
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

            private Data.Label Body { get; set; }

            public override string MethodName => "patch";

            public override string HttpMethod => "PATCH";

            public override string RestPath => "gmail/v1/users/{userId}/labels/{id}";

            protected override object GetBody() => Body;
        }

        /// <summary>Replaces a label.</summary>
        public virtual UpdateRequest Update(Data.Label body, string userId, string id) => new(_service, body, userId, id);

        /// <summary>PUT gmail/v1/users/{userId}/labels/{id}</summary>
        public class UpdateRequest : GmailBaseServiceRequest<Data.Label>
        {
            public UpdateRequest(IClientService service, Data.Label body, string userId, string id)
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

            private Data.Label Body { get; set; }

            public override string MethodName => "update";

            public override string HttpMethod => "PUT";

            public override string RestPath => "gmail/v1/users/{userId}/labels/{id}";

            protected override object GetBody() => Body;
        }
    }
}
