using System.Buffers.Text;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Outbox;

/// <summary>A draft as it is at Gmail.</summary>
/// <param name="Id">Stays the same.</param>
/// <param name="MessageId">Changes with each change of the draft.</param>
/// <param name="ThreadId">The thread that it would join.</param>
/// <param name="Recipients">Bare addresses in lower case: To, Cc and Bcc together, each once.</param>
/// <param name="Subject">As readers show it.</param>
internal sealed record PreparedDraft(string Id, string MessageId, string ThreadId, IReadOnlyList<string> Recipients, string Subject);

/// <summary>Drafts for sending: small ones in one request, large ones streamed.</summary>
internal sealed class DraftMaker(GoogleServices google)
{
    /// <summary>Larger ones go through the media upload, in pieces.</summary>
    public const int SmallBytes = 1024 * 1024;

    public async Task<PreparedDraft> CreateAsync(GoogleAccount account, Func<Stream> open, string? threadId, CancellationToken cancellationToken)
    {
        await using var content = open();
        var (small, whole) = await StartAsync(content, cancellationToken);
        var body = new Draft { Message = new Message { ThreadId = threadId } };
        Draft draft;
        if (whole is null)
        {
            body.Message.Raw = Base64Url.EncodeToString(small);
            draft = await google.GmailAsync(account, "draft", service => service.Users.Drafts.Create(body, "me").ExecuteAsync(cancellationToken));
        }
        else
        {
            draft = await google.GmailAsync(account, "draft", service => MailUpload.RunAsync(service.Users.Drafts.Create(body, "me", whole, MailUpload.Type), cancellationToken));
        }

        return await ReadAsync(account, draft.Id, cancellationToken) ?? throw new ToolFailure("not_found", "the draft that was just made is not there any more.");
    }

    /// <summary>Null where there is none.</summary>
    public async Task<PreparedDraft?> ReadAsync(GoogleAccount account, string id, CancellationToken cancellationToken)
    {
        try
        {
            var draft = await google.GmailAsync(account, $"draft {id}", service =>
            {
                var get = service.Users.Drafts.Get("me", id);
                get.Format = UsersResource.DraftsResource.GetRequest.FormatEnum.Metadata;
                return get.ExecuteAsync(cancellationToken);
            });
            return new(draft.Id, draft.Message.Id, draft.Message.ThreadId, MailRecipients.Of(draft.Message.Payload), draft.Message.Payload.Header("Subject"));
        }
        catch (ToolFailure failure) when (failure.Code == "not_found")
        {
            return null;
        }
    }

    /// <summary>The draft with this Message-ID, or null.</summary>
    public async Task<PreparedDraft?> FindAsync(GoogleAccount account, string messageId, CancellationToken cancellationToken)
    {
        var found = await google.GmailAsync(account, "drafts", service =>
        {
            var list = service.Users.Drafts.List("me");
            (list.Q, list.MaxResults) = (MailQuery.HasMessageId(messageId), 2);
            return list.ExecuteAsync(cancellationToken);
        });
        return found.Drafts is [var only] ? await ReadAsync(account, only.Id, cancellationToken) : null;
    }

    /// <summary>True where it was there.</summary>
    public async Task<bool> DeleteAsync(GoogleAccount account, string id, CancellationToken cancellationToken)
    {
        try
        {
            await google.GmailAsync(account, $"draft {id}", service => service.Users.Drafts.Delete("me", id).ExecuteAsync(cancellationToken));
            return true;
        }
        catch (ToolFailure failure) when (failure.Code == "not_found")
        {
            return false;
        }
    }

    public Task<Message> SendAsync(GoogleAccount account, string id, CancellationToken cancellationToken) =>
        google.GmailAsync(account, $"draft {id}", service => service.Users.Drafts.Send(new Draft { Id = id }, "me").ExecuteAsync(cancellationToken));

    public async Task<ulong> HistoryIdAsync(GoogleAccount account, CancellationToken cancellationToken) =>
        (await google.GmailAsync(account, "profile", service => service.Users.GetProfile("me").ExecuteAsync(cancellationToken))).HistoryId ?? 0;

    /// <summary>Whatever Gmail refused stays a draft of the person, if it was one; one of ours is cleared away.</summary>
    public async Task<string> LeftOverAsync(GoogleAccount account, MailPayload mail, string draftId, CancellationToken cancellationToken)
    {
        if (mail.DraftId is not null)
            return "The draft is still there.";
        try
        {
            await DeleteAsync(account, draftId, cancellationToken);
            return "";
        }
        catch (ToolFailure)
        {
            return "It is among the drafts.";
        }
    }

    /// <summary>Replaces a draft by a copy under another id, so that a request to send the old one cannot do so any more.</summary>
    /// <returns>The copy's id, or null where the draft was gone: then no copy is left either.</returns>
    public async Task<string?> ReplaceAsync(GoogleAccount account, string id, CancellationToken cancellationToken)
    {
        Draft old;
        try
        {
            old = await google.GmailAsync(account, $"draft {id}", service =>
            {
                var get = service.Users.Drafts.Get("me", id);
                get.Format = UsersResource.DraftsResource.GetRequest.FormatEnum.Raw;
                return get.ExecuteAsync(cancellationToken);
            });
        }
        catch (ToolFailure failure) when (failure.Code == "not_found")
        {
            return null;
        }

        using var content = new MemoryStream(Base64Url.DecodeFromChars(old.Message.Raw));
        var copy = await CreateAsync(account, () => content, old.Message.ThreadId, cancellationToken);
        if (await DeleteAsync(account, id, cancellationToken))
            return copy.Id;
        await DeleteAsync(account, copy.Id, cancellationToken);
        return null;
    }

    /// <summary>What is small is read whole; of what is large nothing is lost.</summary>
    private static async Task<(byte[] Small, Stream? Whole)> StartAsync(Stream content, CancellationToken cancellationToken)
    {
        var start = new byte[SmallBytes];
        var read = await content.ReadAtLeastAsync(start, SmallBytes, throwOnEndOfStream: false, cancellationToken);
        return read < SmallBytes ? (start[..read], null) : ([], new JoinedStream(start, content));
    }
}
