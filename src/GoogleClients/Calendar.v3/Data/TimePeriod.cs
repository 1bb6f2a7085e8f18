#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Google.Apis.Util;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>A span of time; its end is not part of it.</summary>
public class TimePeriod : IDirectResponseSchema
{
    [JsonProperty("end")]
    public virtual string EndRaw { get; set; }

    /// <summary><see cref="EndRaw"/> as an instant.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? EndDateTimeOffset
    {
        get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(EndRaw);
        set => EndRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
    }

    [JsonProperty("start")]
    public virtual string StartRaw { get; set; }

    /// <summary><see cref="StartRaw"/> as an instant.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? StartDateTimeOffset
    {
        get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(StartRaw);
        set => StartRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
    }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
