#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Services;
using Google.Apis.Util;

namespace Google.Apis.Gmail.v1;

public partial class UsersResource
{
    /// <summary>What changed in a mailbox.</summary>
    public class HistoryResource
    {
        private readonly IClientService _service;

        public HistoryResource(IClientService service) => _service = service;

        /// <summary>Changes after a history id; 404 when that id is too old: then a full sync is due.</summary>
        public virtual ListRequest List(string userId) => new(_service, userId);

        /// <summary>GET gmail/v1/users/{userId}/history</summary>
        public class ListRequest : GmailBaseServiceRequest<Data.ListHistoryResponse>
        {
            public ListRequest(IClientService service, string userId)
                : base(service)
            {
                UserId = userId;
                InitParameters();
            }

            [RequestParameter("userId", RequestParameterType.Path)]
            public virtual string UserId { get; private set; }

            /// <summary>One value; for several use <see cref="HistoryTypesList"/>, never both.</summary>
            [RequestParameter("historyTypes", RequestParameterType.Query)]
            public virtual HistoryTypesEnum? HistoryTypes { get; set; }

            [RequestParameter("historyTypes", RequestParameterType.Query)]
            public virtual Repeatable<HistoryTypesEnum> HistoryTypesList { get; set; }

            public enum HistoryTypesEnum
            {
                [StringValue("messageAdded")]
                MessageAdded = 0,

                [StringValue("messageDeleted")]
                MessageDeleted = 1,

                [StringValue("labelAdded")]
                LabelAdded = 2,

                [StringValue("labelRemoved")]
                LabelRemoved = 3,
            }

            [RequestParameter("labelId", RequestParameterType.Query)]
            public virtual string LabelId { get; set; }

            /// <summary>100 unless set, 500 at most.</summary>
            [RequestParameter("maxResults", RequestParameterType.Query)]
            public virtual long? MaxResults { get; set; }

            [RequestParameter("pageToken", RequestParameterType.Query)]
            public virtual string PageToken { get; set; }

            [RequestParameter("startHistoryId", RequestParameterType.Query)]
            public virtual ulong? StartHistoryId { get; set; }

            public override string MethodName => "list";

            public override string HttpMethod => "GET";

            public override string RestPath => "gmail/v1/users/{userId}/history";
        }
    }
}
