using Assistant.TokenStore;
using Assistant.Tools.Compose;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Gmail;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Writing;

/// <param name="Id">At Gmail.</param>
/// <param name="Mail">Its fields.</param>
/// <param name="Words">What its writer wrote, without quoted mail and hidden text.</param>
/// <param name="IsOwn">The person sent it.</param>
internal sealed record ThreadMail(string Id, Original Mail, string Words, bool IsOwn);

/// <summary>Reads a thread as its participants' own words, oldest first, without drafts.</summary>
internal sealed class ThreadReader(GoogleServices google, MailContentReader contents)
{
    private const int Most = 25;

    /// <param name="account">Whose mailbox.</param>
    /// <param name="id">Of the thread, or of any of its messages.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    /// <exception cref="ToolFailure">There is no such thread or message.</exception>
    public async Task<IReadOnlyList<ThreadMail>> ReadAsync(GoogleAccount account, string id, CancellationToken cancellationToken)
    {
        var thread = await ThreadAsync(account, id, cancellationToken);
        var messages = (thread.Messages ?? []).Where(message => message.LabelIds?.Contains("DRAFT") is not true && message.LabelIds?.Contains("TRASH") is not true)
            .OrderBy(message => message.InternalDate).TakeLast(Most).ToList();
        return await Merged.SelectAsync(messages, (message, cancel) => OneAsync(account, message, cancel), cancellationToken);
    }

    /// <summary>What the person wrote in a mail that they sent; empty where they did not, or it is gone.</summary>
    public async Task<string> OwnWordsAsync(GoogleAccount account, string id, CancellationToken cancellationToken)
    {
        try
        {
            var message = await google.GmailAsync(account, $"message {id}", service => service.Users.Messages.Get("me", id).ExecuteAsync(cancellationToken));
            return await OneAsync(account, message, cancellationToken) is { IsOwn: true } mail ? mail.Words : "";
        }
        catch (ToolFailure)
        {
            return "";
        }
    }

    /// <summary>What the person wrote to somebody last; empty where they never did, or it cannot be asked.</summary>
    public async Task<string> LastWordsToAsync(GoogleAccount account, string address, CancellationToken cancellationToken)
    {
        try
        {
            var found = await google.GmailAsync(account, "sent mail", service =>
            {
                var list = service.Users.Messages.List("me");
                list.Q = $"in:sent to:{address}";
                list.MaxResults = 1;
                return list.ExecuteAsync(cancellationToken);
            });
            return found.Messages is [var last, ..] ? await OwnWordsAsync(account, last.Id, cancellationToken) : "";
        }
        catch (ToolFailure)
        {
            return "";
        }
    }

    /// <summary>A thread has the id of its first message; any other message says its thread.</summary>
    private async Task<global::Google.Apis.Gmail.v1.Data.Thread> ThreadAsync(GoogleAccount account, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(account, id, cancellationToken);
        }
        catch (ToolFailure missing) when (missing.Code == "not_found")
        {
            var message = await google.GmailAsync(account, $"thread or message {id}", service => service.Users.Messages.Get("me", id).ExecuteAsync(cancellationToken));
            return await GetAsync(account, message.ThreadId, cancellationToken);
        }
    }

    private Task<global::Google.Apis.Gmail.v1.Data.Thread> GetAsync(GoogleAccount account, string id, CancellationToken cancellationToken) =>
        google.GmailAsync(account, $"thread {id}", service => service.Users.Threads.Get("me", id).ExecuteAsync(cancellationToken));

    private async Task<ThreadMail> OneAsync(GoogleAccount account, Message message, CancellationToken cancellationToken)
    {
        var mail = OriginalReader.Fields(message);
        var words = await contents.ReadAsync(account, message, MailFormat.Markdown, includeQuoted: false, cancellationToken);
        return new(message.Id, mail, words.Text.Trim(), mail.IsSent);
    }
}
