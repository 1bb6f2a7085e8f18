#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>A reminder: how, and how many minutes before.</summary>
public class EventReminder : IDirectResponseSchema
{
    [JsonProperty("method")]
    public virtual string Method { get; set; }

    /// <summary>Before the start, 0 to 40320.</summary>
    [JsonProperty("minutes")]
    public virtual int? Minutes { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
