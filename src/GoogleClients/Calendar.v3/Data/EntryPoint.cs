#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>One way into a meeting: video, phone, SIP, more.</summary>
public class EntryPoint : IDirectResponseSchema
{
    [JsonProperty("accessCode")]
    public virtual string AccessCode { get; set; }

    [JsonProperty("entryPointFeatures")]
    public virtual IList<string> EntryPointFeatures { get; set; }

    [JsonProperty("entryPointType")]
    public virtual string EntryPointType { get; set; }

    [JsonProperty("label")]
    public virtual string Label { get; set; }

    [JsonProperty("meetingCode")]
    public virtual string MeetingCode { get; set; }

    [JsonProperty("passcode")]
    public virtual string Passcode { get; set; }

    [JsonProperty("password")]
    public virtual string Password { get; set; }

    [JsonProperty("pin")]
    public virtual string Pin { get; set; }

    [JsonProperty("regionCode")]
    public virtual string RegionCode { get; set; }

    [JsonProperty("uri")]
    public virtual string Uri { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
