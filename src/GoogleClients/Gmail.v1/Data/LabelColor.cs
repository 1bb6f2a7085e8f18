#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>A label's colours, from the fixed palette of Gmail.</summary>
public class LabelColor : IDirectResponseSchema
{
    [JsonProperty("backgroundColor")]
    public virtual string BackgroundColor { get; set; }

    [JsonProperty("textColor")]
    public virtual string TextColor { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
