using Assistant.GoogleSandbox.Api;
using Assistant.GoogleSandbox.Gmail.Search;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>The messages that <c>q</c>, <c>labelIds</c> and <c>includeSpamTrash</c> leave, the newest first.</summary>
internal sealed class MessageFilter(TimeProvider time)
{
    /// <exception cref="Api.ApiException">400: no such label; 403: the token may not search.</exception>
    public IReadOnlyList<StoredMessage> Of(ApiCall call, Mailbox mailbox)
    {
        MetadataScope.AllowSearch(call);
        var labels = call.All("labelIds");
        mailbox.CheckLabels(labels);
        var query = QueryParser.Parse(call.One("q") ?? "", new SearchOperators(time.GetUtcNow()));
        var all = call.One("includeSpamTrash") == "true";
        var spam = all || query.ReachesSpam || labels.Contains("SPAM");
        var trash = all || query.ReachesTrash || labels.Contains("TRASH");
        return
        [
            .. from message in mailbox.Messages
               where labels.All(message.Has) && (spam || !message.Has("SPAM")) && (trash || !message.Has("TRASH"))
               where query.Matches(new SearchTarget(message, mailbox))
               select message,
        ];
    }
}
