#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>One rule: a role for a person, a group, a domain or everybody.</summary>
public class AclRule : IDirectResponseSchema
{
    [JsonProperty("etag")]
    public virtual string ETag { get; set; }

    [JsonProperty("id")]
    public virtual string Id { get; set; }

    [JsonProperty("kind")]
    public virtual string Kind { get; set; }

    /// <summary>none, freeBusyReader, reader, writer or owner.</summary>
    [JsonProperty("role")]
    public virtual string Role { get; set; }

    [JsonProperty("scope")]
    public virtual ScopeData Scope { get; set; }

    /// <summary>Whom the rule is about.</summary>
    public class ScopeData
    {
        /// <summary>default (everybody), user, group or domain.</summary>
        [JsonProperty("type")]
        public virtual string Type { get; set; }

        /// <summary>Address or domain; absent for everybody.</summary>
        [JsonProperty("value")]
        public virtual string Value { get; set; }
    }
}
