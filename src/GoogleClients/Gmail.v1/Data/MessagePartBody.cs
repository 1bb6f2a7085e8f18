#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>The content of one MIME part, or the id under which to fetch it.</summary>
public class MessagePartBody : IDirectResponseSchema
{
    [JsonProperty("attachmentId")]
    public virtual string AttachmentId { get; set; }

    /// <summary>The content, base64url; absent for a part that has an attachment id.</summary>
    [JsonProperty("data")]
    public virtual string Data { get; set; }

    /// <summary>Bytes of the decoded content.</summary>
    [JsonProperty("size")]
    public virtual int? Size { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
