#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Google.Apis.Util;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>Busy periods by calendar.</summary>
public class FreeBusyResponse : IDirectResponseSchema
{
    [JsonProperty("calendars")]
    public virtual IDictionary<string, FreeBusyCalendar> Calendars { get; set; }

    [JsonProperty("groups")]
    public virtual IDictionary<string, FreeBusyGroup> Groups { get; set; }

    [JsonProperty("kind")]
    public virtual string Kind { get; set; }

    [JsonProperty("timeMax")]
    public virtual string TimeMaxRaw { get; set; }

    /// <summary><see cref="TimeMaxRaw"/> as an instant.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? TimeMaxDateTimeOffset
    {
        get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(TimeMaxRaw);
        set => TimeMaxRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
    }

    [JsonProperty("timeMin")]
    public virtual string TimeMinRaw { get; set; }

    /// <summary><see cref="TimeMinRaw"/> as an instant.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? TimeMinDateTimeOffset
    {
        get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(TimeMinRaw);
        set => TimeMinRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
    }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
