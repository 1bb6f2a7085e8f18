#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>A page of drafts.</summary>
public class ListDraftsResponse : IDirectResponseSchema
{
    [JsonProperty("drafts")]
    public virtual IList<Draft> Drafts { get; set; }

    [JsonProperty("nextPageToken")]
    public virtual string NextPageToken { get; set; }

    [JsonProperty("resultSizeEstimate")]
    public virtual long? ResultSizeEstimate { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
