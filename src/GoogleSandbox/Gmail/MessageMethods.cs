using System.Buffers.Text;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary><c>users.messages</c>.</summary>
internal sealed class MessageMethods(MessageView view, Pages pages, MessageFilter filter, Sending.MailOffice office)
{
    public JsonObject List(ApiCall call, Mailbox mailbox)
    {
        var found = filter.Of(call, mailbox);
        var (items, next) = pages.Cut(call, found);
        var json = new JsonObject();
        // An empty list is left out, as Google does.
        if (items.Count > 0)
            json["messages"] = new JsonArray([.. items.Select(MessageView.Reference)]);
        if (next is not null)
            json["nextPageToken"] = next;
        json["resultSizeEstimate"] = found.Count;
        return json;
    }

    public JsonObject Get(ApiCall call, Mailbox mailbox)
        => view.Of(Find(mailbox, call.Path["id"]), MetadataScope.Format(call), call.All("metadataHeaders"));

    public JsonObject GetAttachment(ApiCall call, Mailbox mailbox)
    {
        var part = view.Attachment(Find(mailbox, call.Path["messageId"]), call.Path["id"]) ?? throw GmailErrors.Invalid("Invalid attachment token");
        return new JsonObject { ["size"] = part.Content.Length, ["data"] = Base64Url.EncodeToString(part.Content) };
    }

    public JsonObject Send(ApiCall call, Mailbox mailbox)
    {
        var content = MessageBody.Read(call, call.Body) ?? throw GmailErrors.Invalid("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
        return MessageView.Sent(office.Send(mailbox, content, MessageBody.Thread(mailbox, call.Body), draft: null, call.Method));
    }

    /// <exception cref="ApiException">404: no such message in this mailbox; 400: not the form of an id.</exception>
    public static StoredMessage Find(Mailbox mailbox, string id)
        => mailbox.Find(id) ?? throw GmailErrors.NoSuchId(id);
}
