#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>What an out-of-office event does to invitations.</summary>
public class EventOutOfOfficeProperties : IDirectResponseSchema
{
    [JsonProperty("autoDeclineMode")]
    public virtual string AutoDeclineMode { get; set; }

    [JsonProperty("declineMessage")]
    public virtual string DeclineMessage { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
