#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>A page of the person's calendars.</summary>
public class CalendarList : IDirectResponseSchema
{
    [JsonProperty("etag")]
    public virtual string ETag { get; set; }

    [JsonProperty("items")]
    public virtual IList<CalendarListEntry> Items { get; set; }

    [JsonProperty("kind")]
    public virtual string Kind { get; set; }

    [JsonProperty("nextPageToken")]
    public virtual string NextPageToken { get; set; }

    /// <summary>On the last page only.</summary>
    [JsonProperty("nextSyncToken")]
    public virtual string NextSyncToken { get; set; }
}
