#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>Extra facts for an add-on.</summary>
public class ConferenceParametersAddOnParameters : IDirectResponseSchema
{
    [JsonProperty("parameters")]
    public virtual IDictionary<string, string> Parameters { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
