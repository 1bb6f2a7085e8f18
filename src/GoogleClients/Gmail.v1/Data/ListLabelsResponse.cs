#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>All labels of a mailbox.</summary>
public class ListLabelsResponse : IDirectResponseSchema
{
    [JsonProperty("labels")]
    public virtual IList<Label> Labels { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
