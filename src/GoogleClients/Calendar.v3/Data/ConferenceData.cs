#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>The online meeting of an event.</summary>
public class ConferenceData : IDirectResponseSchema
{
    [JsonProperty("conferenceId")]
    public virtual string ConferenceId { get; set; }

    [JsonProperty("conferenceSolution")]
    public virtual ConferenceSolution ConferenceSolution { get; set; }

    [JsonProperty("createRequest")]
    public virtual CreateConferenceRequest CreateRequest { get; set; }

    [JsonProperty("entryPoints")]
    public virtual IList<EntryPoint> EntryPoints { get; set; }

    [JsonProperty("notes")]
    public virtual string Notes { get; set; }

    [JsonProperty("parameters")]
    public virtual ConferenceParameters Parameters { get; set; }

    [JsonProperty("signature")]
    public virtual string Signature { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
