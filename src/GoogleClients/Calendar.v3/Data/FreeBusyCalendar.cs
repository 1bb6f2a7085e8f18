#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>The busy periods of one calendar.</summary>
public class FreeBusyCalendar : IDirectResponseSchema
{
    [JsonProperty("busy")]
    public virtual IList<TimePeriod> Busy { get; set; }

    [JsonProperty("errors")]
    public virtual IList<Error> Errors { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
