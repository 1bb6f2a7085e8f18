using System.Globalization;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary><c>users.threads</c>.</summary>
internal sealed class ThreadMethods(MessageView view, Pages pages, MessageFilter filter)
{
    public JsonObject List(ApiCall call, Mailbox mailbox)
    {
        // A thread stands where the newest of its messages that were found would.
        var found = filter.Of(call, mailbox).Select(message => message.ThreadId).Distinct().ToList();
        var threads = mailbox.Messages.ToLookup(message => message.ThreadId);
        var (items, next) = pages.Cut(call, found);
        var json = new JsonObject();
        if (items.Count > 0)
        {
            json["threads"] = new JsonArray([.. items.Select(id => new JsonObject
            {
                ["id"] = id,
                ["snippet"] = threads[id].First().Content.Snippet,
                ["historyId"] = HistoryId(threads[id]),
            })]);
        }
        if (next is not null)
            json["nextPageToken"] = next;
        json["resultSizeEstimate"] = found.Count;
        return json;
    }

    public JsonObject Get(ApiCall call, Mailbox mailbox)
    {
        var id = call.Path["id"];
        var format = MetadataScope.Format(call);
        var messages = mailbox.Messages.Where(message => message.ThreadId == id).Reverse().ToList();
        if (messages.Count == 0)
            throw GmailErrors.NoSuchId(id);
        return new JsonObject
        {
            ["id"] = id,
            ["historyId"] = HistoryId(messages),
            ["messages"] = new JsonArray([.. messages.Select(message => view.Of(message, format, call.All("metadataHeaders")))]),
        };
    }

    private static string HistoryId(IEnumerable<StoredMessage> messages) => messages.Max(message => message.HistoryId).ToString(CultureInfo.InvariantCulture);
}
