#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Google.Apis.Util;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>The palettes that colour ids refer to.</summary>
public class Colors : IDirectResponseSchema
{
    [JsonProperty("calendar")]
    public virtual IDictionary<string, ColorDefinition> Calendar { get; set; }

    [JsonProperty("event")]
    public virtual IDictionary<string, ColorDefinition> Event__ { get; set; }

    [JsonProperty("kind")]
    public virtual string Kind { get; set; }

    [JsonProperty("updated")]
    public virtual string UpdatedRaw { get; set; }

    /// <summary><see cref="UpdatedRaw"/> as an instant.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? UpdatedDateTimeOffset
    {
        get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(UpdatedRaw);
        set => UpdatedRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
    }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
