#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>What incoming mail is done something with, and what.</summary>
public class Filter : IDirectResponseSchema
{
    [JsonProperty("action")]
    public virtual FilterAction Action { get; set; }

    [JsonProperty("criteria")]
    public virtual FilterCriteria Criteria { get; set; }

    [JsonProperty("id")]
    public virtual string Id { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
