#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>The outgoing server of a send-as alias.</summary>
public class SmtpMsa : IDirectResponseSchema
{
    [JsonProperty("host")]
    public virtual string Host { get; set; }

    [JsonProperty("password")]
    public virtual string Password { get; set; }

    [JsonProperty("port")]
    public virtual int? Port { get; set; }

    [JsonProperty("securityMode")]
    public virtual string SecurityMode { get; set; }

    [JsonProperty("username")]
    public virtual string Username { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
