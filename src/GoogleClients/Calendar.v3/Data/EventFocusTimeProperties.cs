#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>What a focus-time event does to chat and invitations.</summary>
public class EventFocusTimeProperties : IDirectResponseSchema
{
    [JsonProperty("autoDeclineMode")]
    public virtual string AutoDeclineMode { get; set; }

    [JsonProperty("chatStatus")]
    public virtual string ChatStatus { get; set; }

    [JsonProperty("declineMessage")]
    public virtual string DeclineMessage { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
