#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>A message, as much of it as the requested format carries.</summary>
public class Message : IDirectResponseSchema
{
    /// <summary>Of the last change to the message.</summary>
    [JsonProperty("historyId")]
    public virtual ulong? HistoryId { get; set; }

    [JsonProperty("id")]
    public virtual string Id { get; set; }

    /// <summary>Milliseconds since 1970-01-01 UTC; what Gmail orders the inbox by.</summary>
    [JsonProperty("internalDate")]
    public virtual long? InternalDate { get; set; }

    [JsonProperty("labelIds")]
    public virtual IList<string> LabelIds { get; set; }

    [JsonProperty("payload")]
    public virtual MessagePart Payload { get; set; }

    /// <summary>The whole message (RFC 5322), base64url; with format raw only.</summary>
    [JsonProperty("raw")]
    public virtual string Raw { get; set; }

    /// <summary>Bytes, estimated.</summary>
    [JsonProperty("sizeEstimate")]
    public virtual int? SizeEstimate { get; set; }

    [JsonProperty("snippet")]
    public virtual string Snippet { get; set; }

    [JsonProperty("threadId")]
    public virtual string ThreadId { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
