#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>A person or resource invited, with the answer.</summary>
public class EventAttendee : IDirectResponseSchema
{
    [JsonProperty("additionalGuests")]
    public virtual int? AdditionalGuests { get; set; }

    [JsonProperty("comment")]
    public virtual string Comment { get; set; }

    [JsonProperty("displayName")]
    public virtual string DisplayName { get; set; }

    [JsonProperty("email")]
    public virtual string Email { get; set; }

    [JsonProperty("id")]
    public virtual string Id { get; set; }

    [JsonProperty("optional")]
    public virtual bool? Optional { get; set; }

    [JsonProperty("organizer")]
    public virtual bool? Organizer { get; set; }

    [JsonProperty("resource")]
    public virtual bool? Resource { get; set; }

    [JsonProperty("responseStatus")]
    public virtual string ResponseStatus { get; set; }

    [JsonProperty("self")]
    public virtual bool? Self { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
