#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>Why the free/busy answer of one calendar or group is missing.</summary>
public class Error : IDirectResponseSchema
{
    [JsonProperty("domain")]
    public virtual string Domain { get; set; }

    [JsonProperty("reason")]
    public virtual string Reason { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
