#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>A page of history.</summary>
public class ListHistoryResponse : IDirectResponseSchema
{
    [JsonProperty("history")]
    public virtual IList<History> History { get; set; }

    /// <summary>Of the mailbox now: the next start.</summary>
    [JsonProperty("historyId")]
    public virtual ulong? HistoryId { get; set; }

    [JsonProperty("nextPageToken")]
    public virtual string NextPageToken { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
