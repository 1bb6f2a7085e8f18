#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>Extra facts for a conference provider.</summary>
public class ConferenceParameters : IDirectResponseSchema
{
    [JsonProperty("addOnParameters")]
    public virtual ConferenceParametersAddOnParameters AddOnParameters { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
