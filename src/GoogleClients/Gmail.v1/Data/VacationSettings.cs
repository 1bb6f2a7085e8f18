#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>The vacation responder; times are milliseconds since 1970-01-01 UTC.</summary>
public class VacationSettings : IDirectResponseSchema
{
    [JsonProperty("enableAutoReply")]
    public virtual bool? EnableAutoReply { get; set; }

    [JsonProperty("endTime")]
    public virtual long? EndTime { get; set; }

    [JsonProperty("responseBodyHtml")]
    public virtual string ResponseBodyHtml { get; set; }

    [JsonProperty("responseBodyPlainText")]
    public virtual string ResponseBodyPlainText { get; set; }

    [JsonProperty("responseSubject")]
    public virtual string ResponseSubject { get; set; }

    [JsonProperty("restrictToContacts")]
    public virtual bool? RestrictToContacts { get; set; }

    [JsonProperty("restrictToDomain")]
    public virtual bool? RestrictToDomain { get; set; }

    [JsonProperty("startTime")]
    public virtual long? StartTime { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
