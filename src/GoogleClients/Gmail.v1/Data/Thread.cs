#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>A conversation and its messages.</summary>
public class Thread : IDirectResponseSchema
{
    [JsonProperty("historyId")]
    public virtual ulong? HistoryId { get; set; }

    [JsonProperty("id")]
    public virtual string Id { get; set; }

    [JsonProperty("messages")]
    public virtual IList<Message> Messages { get; set; }

    [JsonProperty("snippet")]
    public virtual string Snippet { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
