#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>Labels to add and to remove.</summary>
public class ModifyMessageRequest : IDirectResponseSchema
{
    [JsonProperty("addLabelIds")]
    public virtual IList<string> AddLabelIds { get; set; }

    [JsonProperty("removeLabelIds")]
    public virtual IList<string> RemoveLabelIds { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
