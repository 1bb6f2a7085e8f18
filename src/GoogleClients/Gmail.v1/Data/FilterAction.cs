#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>What is done with it.</summary>
public class FilterAction : IDirectResponseSchema
{
    [JsonProperty("addLabelIds")]
    public virtual IList<string> AddLabelIds { get; set; }

    [JsonProperty("forward")]
    public virtual string Forward { get; set; }

    [JsonProperty("removeLabelIds")]
    public virtual IList<string> RemoveLabelIds { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
