#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>One node of the MIME tree.</summary>
public class MessagePart : IDirectResponseSchema
{
    /// <summary>Absent for a multipart container.</summary>
    [JsonProperty("body")]
    public virtual MessagePartBody Body { get; set; }

    [JsonProperty("filename")]
    public virtual string Filename { get; set; }

    [JsonProperty("headers")]
    public virtual IList<MessagePartHeader> Headers { get; set; }

    [JsonProperty("mimeType")]
    public virtual string MimeType { get; set; }

    /// <summary>Position in the tree, such as 0.1; stable, which attachment ids are not.</summary>
    [JsonProperty("partId")]
    public virtual string PartId { get; set; }

    [JsonProperty("parts")]
    public virtual IList<MessagePart> Parts { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
