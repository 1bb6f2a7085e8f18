using System.Buffers.Text;
using Assistant.TokenStore;
using Assistant.Tools.Compose;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Gmail.Outbox;
using Assistant.Tools.Google;
using Assistant.Tools.Undo;
using Google.Apis.Gmail.v1;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Drafts;

/// <summary>Makes, changes and deletes drafts; each change is journalled before it is made.</summary>
internal sealed class DraftDesk(GoogleAccounts accounts, GoogleServices google, MailComposer composer, DraftEditor editor, DraftMaker maker, IChangeJournal journal)
{
    public async Task<ChangeResult> CreateAsync(MailWish wish, string? account, CancellationToken cancellationToken)
    {
        var mail = await composer.ComposeAsync(wish, account, cancellationToken);
        using var content = await WriteAsync(mail, cancellationToken);
        var summary = $"draft '{mail.Mail.Subject}' made";
        // The Message-ID finds the draft again where the answer, or this process, is lost.
        var change = await journal.RecordAsync(
            new(mail.Account.UserId, mail.Account.Id, DraftChange.Created, summary, DraftChange.Write(new(null, mail.Mail.MessageId))), cancellationToken);
        var draft = await MakeAsync(mail.Account, content, mail.ThreadId, mail.Mail.MessageId, cancellationToken);
        await journal.CompleteAsync(mail.Account.UserId, change, summary, DraftChange.Write(new(draft.Id)), CancellationToken.None);
        return new($"Draft saved; nothing was sent. {string.Join(' ', mail.Notes)}".TrimEnd(), Id: draft.Id, UndoId: change);
    }

    public async Task<ChangeResult> UpdateAsync(string id, MailWish wish, DraftFields given, string? account, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        var (raw, thread) = await RawAsync(owner, id, cancellationToken);
        var mail = await editor.ChangeAsync(owner, raw, thread, wish, given, cancellationToken);
        using var content = await WriteAsync(mail, cancellationToken);
        var summary = $"draft '{mail.Mail.Subject}' changed";
        var undo = raw.Length <= DraftChange.LargestKept ? DraftChange.Write(new(id, Raw: Base64Url.EncodeToString(raw), ThreadId: thread)) : null;
        var change = await journal.RecordAsync(new(owner.UserId, owner.Id, DraftChange.Updated, summary, undo), cancellationToken);
        await ReplaceAsync(owner, id, content, thread, cancellationToken);
        return new("Draft changed; nothing was sent.", Id: id, UndoId: change);
    }

    public async Task<ChangeResult> DeleteAsync(string id, string? account, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        var (raw, thread) = await RawAsync(owner, id, cancellationToken);
        var subject = MimeReader.Read(raw).Header("Subject");
        var undo = raw.Length <= DraftChange.LargestKept ? DraftChange.Write(new(null, Raw: Base64Url.EncodeToString(raw), ThreadId: thread)) : null;
        var change = await journal.RecordAsync(new(owner.UserId, owner.Id, DraftChange.Deleted, $"draft '{subject}' deleted", undo), cancellationToken);
        if (!await maker.DeleteAsync(owner, id, cancellationToken))
            throw GoogleFailures.NotFound(owner.Nickname, $"draft {id}");
        return new(undo is null ? "Draft deleted for good: it is too large to be kept for undo." : "Draft deleted.", Id: id, UndoId: undo is null ? null : change);
    }

    /// <summary>The draft as it is, whole.</summary>
    /// <exception cref="ToolFailure">There is none.</exception>
    public async Task<(byte[] Raw, string ThreadId)> RawAsync(GoogleAccount account, string id, CancellationToken cancellationToken)
    {
        var draft = await google.GmailAsync(account, $"draft {id}", service =>
        {
            var get = service.Users.Drafts.Get("me", id);
            get.Format = UsersResource.DraftsResource.GetRequest.FormatEnum.Raw;
            return get.ExecuteAsync(cancellationToken);
        });
        return (Base64Url.DecodeFromChars(draft.Message.Raw.Replace('+', '-').Replace('/', '_')), draft.Message.ThreadId);
    }

    public async Task ReplaceAsync(GoogleAccount account, string id, MemoryStream content, string? threadId, CancellationToken cancellationToken)
    {
        var body = new Draft { Message = new Message { ThreadId = threadId } };
        if (content.Length > DraftMaker.SmallBytes)
        {
            await google.GmailAsync(account, $"draft {id}", service => MailUpload.RunAsync(service.Users.Drafts.Update(body, "me", id, content, MailUpload.Type), cancellationToken));
            return;
        }

        body.Message.Raw = Base64Url.EncodeToString(content.ToArray());
        await google.GmailAsync(account, $"draft {id}", service => service.Users.Drafts.Update(body, "me", id).ExecuteAsync(cancellationToken));
    }

    /// <summary>As below, of a mail that is not written yet.</summary>
    public async Task<PreparedDraft> MakeAsync(ComposedMail mail, CancellationToken cancellationToken)
    {
        using var content = await WriteAsync(mail, cancellationToken);
        return await MakeAsync(mail.Account, content, mail.ThreadId, mail.Mail.MessageId, cancellationToken);
    }

    /// <summary>One draft, also where the answer to making it is lost: then it is looked for before another one is made.</summary>
    public async Task<PreparedDraft> MakeAsync(GoogleAccount account, MemoryStream content, string? threadId, string messageId, CancellationToken cancellationToken)
    {
        try
        {
            return await maker.CreateAsync(account, () => content, threadId, cancellationToken);
        }
        catch (ToolFailure lost) when (lost.Code is "google_unreachable" or "google_failed")
        {
            return await maker.FindAsync(account, messageId, cancellationToken)
                ?? throw new ToolFailure(lost.Code, "Google's answer was lost, and no such draft is there. Make it again.", lost);
        }
    }

    private static async Task<MemoryStream> WriteAsync(ComposedMail mail, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        await mail.WriteAsync(content, cancellationToken);
        content.Position = 0;
        return content;
    }
}
