#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Google.Apis.Util;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>A page of events, with the calendar's defaults.</summary>
public class Events : IDirectResponseSchema
{
    [JsonProperty("accessRole")]
    public virtual string AccessRole { get; set; }

    [JsonProperty("defaultReminders")]
    public virtual IList<EventReminder> DefaultReminders { get; set; }

    [JsonProperty("description")]
    public virtual string Description { get; set; }

    [JsonProperty("etag")]
    public virtual string ETag { get; set; }

    [JsonProperty("items")]
    public virtual IList<Event> Items { get; set; }

    [JsonProperty("kind")]
    public virtual string Kind { get; set; }

    [JsonProperty("nextPageToken")]
    public virtual string NextPageToken { get; set; }

    /// <summary>On the last page only.</summary>
    [JsonProperty("nextSyncToken")]
    public virtual string NextSyncToken { get; set; }

    [JsonProperty("summary")]
    public virtual string Summary { get; set; }

    [JsonProperty("timeZone")]
    public virtual string TimeZone { get; set; }

    [JsonProperty("updated")]
    public virtual string UpdatedRaw { get; set; }

    /// <summary><see cref="UpdatedRaw"/> as an instant.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? UpdatedDateTimeOffset
    {
        get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(UpdatedRaw);
        set => UpdatedRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
    }
}
