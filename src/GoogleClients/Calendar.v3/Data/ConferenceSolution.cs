#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>The product that holds the meeting.</summary>
public class ConferenceSolution : IDirectResponseSchema
{
    [JsonProperty("iconUri")]
    public virtual string IconUri { get; set; }

    [JsonProperty("key")]
    public virtual ConferenceSolutionKey Key { get; set; }

    [JsonProperty("name")]
    public virtual string Name { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
