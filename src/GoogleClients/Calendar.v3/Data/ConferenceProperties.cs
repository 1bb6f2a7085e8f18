#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>The kinds of conference a calendar allows.</summary>
public class ConferenceProperties : IDirectResponseSchema
{
    [JsonProperty("allowedConferenceSolutionTypes")]
    public virtual IList<string> AllowedConferenceSolutionTypes { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
