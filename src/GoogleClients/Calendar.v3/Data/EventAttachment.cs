#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>A file linked from an event.</summary>
public class EventAttachment : IDirectResponseSchema
{
    [JsonProperty("fileId")]
    public virtual string FileId { get; set; }

    [JsonProperty("fileUrl")]
    public virtual string FileUrl { get; set; }

    [JsonProperty("iconLink")]
    public virtual string IconLink { get; set; }

    [JsonProperty("mimeType")]
    public virtual string MimeType { get; set; }

    [JsonProperty("title")]
    public virtual string Title { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
