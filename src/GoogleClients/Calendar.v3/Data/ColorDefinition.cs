#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>A background and the foreground to write on it.</summary>
public class ColorDefinition : IDirectResponseSchema
{
    [JsonProperty("background")]
    public virtual string Background { get; set; }

    [JsonProperty("foreground")]
    public virtual string Foreground { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
