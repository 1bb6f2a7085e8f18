#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Gmail.v1.Data;

/// <summary>One step of a mailbox's history: what it added, removed or relabelled.</summary>
public class History : IDirectResponseSchema
{
    [JsonProperty("id")]
    public virtual ulong? Id { get; set; }

    [JsonProperty("labelsAdded")]
    public virtual IList<HistoryLabelAdded> LabelsAdded { get; set; }

    [JsonProperty("labelsRemoved")]
    public virtual IList<HistoryLabelRemoved> LabelsRemoved { get; set; }

    [JsonProperty("messages")]
    public virtual IList<Message> Messages { get; set; }

    [JsonProperty("messagesAdded")]
    public virtual IList<HistoryMessageAdded> MessagesAdded { get; set; }

    [JsonProperty("messagesDeleted")]
    public virtual IList<HistoryMessageDeleted> MessagesDeleted { get; set; }

    /// <summary>The entity tag of the item.</summary>
    public virtual string ETag { get; set; }
}
