#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>A calendar as such, the same for everyone who sees it.</summary>
public class Calendar : IDirectResponseSchema
{
    [JsonProperty("conferenceProperties")]
    public virtual ConferenceProperties ConferenceProperties { get; set; }

    [JsonProperty("description")]
    public virtual string Description { get; set; }

    [JsonProperty("etag")]
    public virtual string ETag { get; set; }

    [JsonProperty("id")]
    public virtual string Id { get; set; }

    [JsonProperty("kind")]
    public virtual string Kind { get; set; }

    [JsonProperty("location")]
    public virtual string Location { get; set; }

    [JsonProperty("summary")]
    public virtual string Summary { get; set; }

    [JsonProperty("timeZone")]
    public virtual string TimeZone { get; set; }
}
