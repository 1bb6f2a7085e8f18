using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>The messages that <c>q</c>, <c>labelIds</c> and <c>includeSpamTrash</c> leave, the newest first.</summary>
internal static class MessageFilter
{
    public static IEnumerable<StoredMessage> Of(ApiCall call, Mailbox mailbox)
    {
        MetadataScope.AllowSearch(call);
        var labels = call.All("labelIds");
        var known = mailbox.Labels;
        if (labels.FirstOrDefault(id => known.All(label => label.Id != id)) is { } unknown)
            throw GmailErrors.Invalid($"Invalid label: {unknown}");
        var all = call.One("includeSpamTrash") == "true" || labels.Contains("SPAM") || labels.Contains("TRASH");
        return mailbox.Messages.Where(message => labels.All(message.Has) && (all || !(message.Has("SPAM") || message.Has("TRASH"))));
    }
}
