#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>The kind of that product.</summary>
public class ConferenceSolutionKey : IDirectResponseSchema
{
    [JsonProperty("type")]
    public virtual string Type { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
