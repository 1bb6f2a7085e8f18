using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary><c>users.labels</c>.</summary>
internal static partial class LabelMethods
{
    public static JsonObject List(ApiCall call, Mailbox mailbox) => new() { ["labels"] = new JsonArray([.. mailbox.Labels.Select(View)]) };

    public static JsonObject Get(ApiCall call, Mailbox mailbox)
    {
        var label = mailbox.Labels.FirstOrDefault(label => label.Id == call.Path["id"]) ?? throw GmailErrors.NotFound();
        var messages = mailbox.Messages.Where(message => message.Has(label.Id)).ToList();
        var unread = messages.Where(message => message.Has("UNREAD")).ToList();
        var json = View(label);
        json["messagesTotal"] = messages.Count;
        json["messagesUnread"] = unread.Count;
        json["threadsTotal"] = Threads(messages);
        json["threadsUnread"] = Threads(unread);
        return json;
    }

    private static JsonObject View(Label label)
    {
        var json = new JsonObject { ["id"] = label.Id, ["name"] = label.Name, ["type"] = label.IsUsers ? "user" : "system" };
        if (label.IsUsers)
        {
            json["messageListVisibility"] = label.MessageListVisibility;
            json["labelListVisibility"] = label.LabelListVisibility;
            if (label.Color is { } color)
                json["color"] = new JsonObject { ["textColor"] = color.Text, ["backgroundColor"] = color.Background };
        }
        else if (label.Id.StartsWith("CATEGORY_", StringComparison.Ordinal) || label.Id == "CHAT")
        {
            json["messageListVisibility"] = "hide";
            json["labelListVisibility"] = "labelHide";
        }
        return json;
    }

    private static int Threads(IEnumerable<StoredMessage> messages) => messages.Select(message => message.ThreadId).Distinct().Count();
}
