using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>Labels and trash, of messages and of threads.</summary>
internal static class MessageChanges
{
    private const int MostIds = 1_000;

    public static JsonObject Modify(ApiCall call, Mailbox mailbox)
    {
        var (add, remove) = Labels(call, mailbox);
        return MessageView.Sent(Change(mailbox, MessageMethods.Find(mailbox, call.Path["id"]), add, remove));
    }

    public static JsonObject BatchModify(ApiCall call, Mailbox mailbox)
    {
        var ids = Strings(call.Body!["ids"]);
        if (ids.Count is 0 or > MostIds)
            throw GmailErrors.Invalid(ids.Count == 0 ? "No message ids specified" : "Too many message ids specified");
        var (add, remove) = Labels(call, mailbox);
        // Unknown ids are passed over without a word, as Gmail does.
        foreach (var message in ids.Select(mailbox.Find).OfType<StoredMessage>())
            Change(mailbox, message, add, remove);
        return [];
    }

    public static JsonObject Trash(ApiCall call, Mailbox mailbox) => MessageView.Sent(Change(mailbox, MessageMethods.Find(mailbox, call.Path["id"]), ["TRASH"], []));

    public static JsonObject Untrash(ApiCall call, Mailbox mailbox) => MessageView.Sent(Change(mailbox, MessageMethods.Find(mailbox, call.Path["id"]), [], ["TRASH"]));

    public static JsonObject ModifyThread(ApiCall call, Mailbox mailbox)
    {
        var (add, remove) = Labels(call, mailbox);
        return Thread(call, mailbox, add, remove);
    }

    public static JsonObject TrashThread(ApiCall call, Mailbox mailbox) => Thread(call, mailbox, ["TRASH"], []);

    public static JsonObject UntrashThread(ApiCall call, Mailbox mailbox) => Thread(call, mailbox, [], ["TRASH"]);

    private static JsonObject Thread(ApiCall call, Mailbox mailbox, IReadOnlyList<string> add, IReadOnlyList<string> remove)
    {
        var id = call.Path["id"];
        var messages = mailbox.Messages.Where(message => message.ThreadId == id).Reverse().ToList();
        if (messages.Count == 0)
            throw GmailErrors.NoSuchId(id);
        return new JsonObject { ["id"] = id, ["messages"] = new JsonArray([.. messages.Select(message => MessageView.Sent(Change(mailbox, message, add, remove)))]) };
    }

    /// <summary>The trash and the inbox do not go together, nor do spam and the inbox.</summary>
    private static StoredMessage Change(Mailbox mailbox, StoredMessage message, IReadOnlyList<string> add, IReadOnlyList<string> remove) =>
        mailbox.ChangeLabels(message.Id, add, add.Contains("TRASH") || add.Contains("SPAM") ? [.. remove, "INBOX"] : remove);

    private static (IReadOnlyList<string> Add, IReadOnlyList<string> Remove) Labels(ApiCall call, Mailbox mailbox)
    {
        var (add, remove) = (Strings(call.Body?["addLabelIds"]), Strings(call.Body?["removeLabelIds"]));
        mailbox.CheckLabels(add.Concat(remove));
        if (add.Concat(remove).FirstOrDefault(id => Label.System.Any(label => label.Id == id && label.IsFixed)) is { } unchangeable)
            throw GmailErrors.Invalid($"Invalid label: {unchangeable}");
        return add.Count + remove.Count == 0 ? throw GmailErrors.Invalid("No label add or removes specified") : (add, remove);
    }

    private static List<string> Strings(JsonNode? array) => array is JsonArray items ? [.. items.Select(item => item!.GetValue<string>())] : [];
}
