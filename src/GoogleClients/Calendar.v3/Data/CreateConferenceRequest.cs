#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>An order to create a conference with the event.</summary>
public class CreateConferenceRequest : IDirectResponseSchema
{
    [JsonProperty("conferenceSolutionKey")]
    public virtual ConferenceSolutionKey ConferenceSolutionKey { get; set; }

    [JsonProperty("requestId")]
    public virtual string RequestId { get; set; }

    [JsonProperty("status")]
    public virtual ConferenceRequestStatus Status { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
