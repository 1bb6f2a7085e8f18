#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>How far the creation of a conference is.</summary>
public class ConferenceRequestStatus : IDirectResponseSchema
{
    [JsonProperty("statusCode")]
    public virtual string StatusCode { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
