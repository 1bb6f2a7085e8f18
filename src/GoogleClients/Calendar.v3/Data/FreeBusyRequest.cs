#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Google.Apis.Util;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>Whose busy periods to return, from when to when.</summary>
public class FreeBusyRequest : IDirectResponseSchema
{
    [JsonProperty("calendarExpansionMax")]
    public virtual int? CalendarExpansionMax { get; set; }

    [JsonProperty("groupExpansionMax")]
    public virtual int? GroupExpansionMax { get; set; }

    [JsonProperty("items")]
    public virtual IList<FreeBusyRequestItem> Items { get; set; }

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

    [JsonProperty("timeZone")]
    public virtual string TimeZone { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
