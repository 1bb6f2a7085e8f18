#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>The id of a calendar or a group.</summary>
public class FreeBusyRequestItem : IDirectResponseSchema
{
    [JsonProperty("id")]
    public virtual string Id { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
