#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>A draft and its message.</summary>
public class Draft : IDirectResponseSchema
{
    [JsonProperty("id")]
    public virtual string Id { get; set; }

    [JsonProperty("message")]
    public virtual Message Message { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
