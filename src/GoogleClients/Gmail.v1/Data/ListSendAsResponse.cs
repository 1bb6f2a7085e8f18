#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>The send-as aliases of a mailbox.</summary>
public class ListSendAsResponse : IDirectResponseSchema
{
    [JsonProperty("sendAs")]
    public virtual IList<SendAs> SendAs { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
