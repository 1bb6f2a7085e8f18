using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;
using Assistant.GoogleSandbox.Gmail.Sending;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary><c>users.drafts</c>.</summary>
internal sealed class DraftMethods(MessageView view, Pages pages, MessageFilter filter, MailOffice office)
{
    public static JsonObject Create(ApiCall call, Mailbox mailbox)
    {
        var message = Message(call);
        var content = MessageBody.Read(call, message) ?? throw GmailErrors.Invalid("Missing draft message");
        return Reference(mailbox.SaveDraft(content, MessageBody.Thread(mailbox, message)));
    }

    public static JsonObject Update(ApiCall call, Mailbox mailbox)
    {
        var message = Message(call);
        var content = MessageBody.Read(call, message) ?? throw GmailErrors.Invalid("Missing draft message");
        return Reference(mailbox.ReplaceDraft(call.Path["id"], content, MessageBody.Thread(mailbox, message)));
    }

    public static JsonObject Delete(ApiCall call, Mailbox mailbox)
    {
        mailbox.DeleteDraft(call.Path["id"]);
        return [];
    }

    public JsonObject Get(ApiCall call, Mailbox mailbox)
    {
        var draft = mailbox.FindDraft(call.Path["id"]) ?? throw GmailErrors.NotFound();
        return new JsonObject { ["id"] = draft.Id, ["message"] = view.Of(draft.Message, MetadataScope.Format(call), []) };
    }

    public JsonObject List(ApiCall call, Mailbox mailbox)
    {
        var matching = filter.Of(call, mailbox).Select(message => message.Id).ToHashSet();
        var found = mailbox.Drafts.Where(draft => matching.Contains(draft.Message.Id)).ToList();
        var (items, next) = pages.Cut(call, found);
        var json = new JsonObject();
        if (items.Count > 0)
            json["drafts"] = new JsonArray([.. items.Select(draft => new JsonObject { ["id"] = draft.Id, ["message"] = MessageView.Reference(draft.Message) })]);
        if (next is not null)
            json["nextPageToken"] = next;
        json["resultSizeEstimate"] = found.Count;
        return json;
    }

    public JsonObject Send(ApiCall call, Mailbox mailbox)
    {
        var id = call.Body?["id"]?.GetValue<string>() is { Length: > 0 } given ? given : throw GmailErrors.Invalid("Missing draft id");
        var draft = mailbox.FindDraft(id) ?? throw GmailErrors.NotFound();
        var content = MessageBody.Read(call, Message(call)) ?? draft.Message.Content;
        return MessageView.Sent(office.Send(mailbox, content, draft.Message.ThreadId, id, call.Method));
    }

    private static JsonObject? Message(ApiCall call) => call.Body?["message"] as JsonObject;

    private static JsonObject Reference(Draft draft)
    {
        var message = MessageView.Sent(draft.Message);
        return new JsonObject { ["id"] = draft.Id, ["message"] = message };
    }
}
