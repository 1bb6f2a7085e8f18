#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>What a message has to be like.</summary>
public class FilterCriteria : IDirectResponseSchema
{
    [JsonProperty("excludeChats")]
    public virtual bool? ExcludeChats { get; set; }

    [JsonProperty("from")]
    public virtual string From { get; set; }

    [JsonProperty("hasAttachment")]
    public virtual bool? HasAttachment { get; set; }

    [JsonProperty("negatedQuery")]
    public virtual string NegatedQuery { get; set; }

    [JsonProperty("query")]
    public virtual string Query { get; set; }

    [JsonProperty("size")]
    public virtual int? Size { get; set; }

    [JsonProperty("sizeComparison")]
    public virtual string SizeComparison { get; set; }

    [JsonProperty("subject")]
    public virtual string Subject { get; set; }

    [JsonProperty("to")]
    public virtual string To { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
