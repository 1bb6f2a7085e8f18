#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>All filters.</summary>
public class ListFiltersResponse : IDirectResponseSchema
{
    [JsonProperty("filter")]
    public virtual IList<Filter> Filter { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
