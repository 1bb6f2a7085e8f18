#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Google.Apis.Util;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>Either a date (all day) or an instant, with its zone.</summary>
public class EventDateTime : IDirectResponseSchema
{
    /// <summary>yyyy-MM-dd, of an all-day event.</summary>
    [JsonProperty("date")]
    public virtual string Date { get; set; }

    /// <summary>RFC 3339, with an offset unless TimeZone is given.</summary>
    [JsonProperty("dateTime")]
    public virtual string DateTimeRaw { get; set; }

    /// <summary><see cref="DateTimeRaw"/> as an instant.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? DateTimeDateTimeOffset
    {
        get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(DateTimeRaw);
        set => DateTimeRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
    }

    /// <summary>IANA name; needed for a recurring event.</summary>
    [JsonProperty("timeZone")]
    public virtual string TimeZone { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
