#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>An address that the mailbox may send as, with its signature.</summary>
public class SendAs : IDirectResponseSchema
{
    [JsonProperty("displayName")]
    public virtual string DisplayName { get; set; }

    [JsonProperty("isDefault")]
    public virtual bool? IsDefault { get; set; }

    [JsonProperty("isPrimary")]
    public virtual bool? IsPrimary { get; set; }

    [JsonProperty("replyToAddress")]
    public virtual string ReplyToAddress { get; set; }

    [JsonProperty("sendAsEmail")]
    public virtual string SendAsEmail { get; set; }

    /// <summary>HTML.</summary>
    [JsonProperty("signature")]
    public virtual string Signature { get; set; }

    [JsonProperty("smtpMsa")]
    public virtual SmtpMsa SmtpMsa { get; set; }

    [JsonProperty("treatAsAlias")]
    public virtual bool? TreatAsAlias { get; set; }

    [JsonProperty("verificationStatus")]
    public virtual string VerificationStatus { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
