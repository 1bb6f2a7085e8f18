#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>The calendars a group stands for.</summary>
public class FreeBusyGroup : IDirectResponseSchema
{
    [JsonProperty("calendars")]
    public virtual IList<string> Calendars { get; set; }

    [JsonProperty("errors")]
    public virtual IList<Error> Errors { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
