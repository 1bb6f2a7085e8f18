using Assistant.Retrieval.Text;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail;

/// <summary>Reads messages and threads; what does not fit the budget follows with the cursor.</summary>
internal sealed class MailReader(
    GoogleAccounts accounts, GoogleServices google, MailContentReader contents, LabelNames labels, MailMemory memory, AccountZones zones, CurrentCall call, TimeProvider time)
{
    private const int SmallestPiece = 80;
    private const int HeadCharacters = 300;

    // What a sender may make as long as they like must leave room for the text; the format 'headers' shows all addresses.
    private const int AddressCharacters = 400;
    private const int FilesShown = 30;

    private sealed record Position(int Mail, int Offset);

    private sealed record Prepared(MailView Head, string Text);

    public async Task<MailPage> ReadAsync(
        IReadOnlyList<string> ids, MailFormat format, string? account, bool includeQuoted, int? maxTokens, string? cursor, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        call.Uses(owner);
        string?[] question = ["gmail_read", owner.Id, format.ToString(), includeQuoted ? "quoted" : "", .. ids];
        var position = Cursor.Read<Position>(call, cursor, question) ?? new Position(0, 0);
        var zone = await zones.OfAsync(owner, cancellationToken);
        var answers = await Merged.SelectAsync(
            [.. ids.Skip(position.Mail)], (id, cancel) => TryAsync(() => OneAsync(owner, id, zone, format, includeQuoted, cancel)), cancellationToken);
        var failures = answers.Where(answer => answer.Failure is not null).Select(answer => answer.Failure!).ToList();
        if (failures.Count == answers.Count && failures.Count > 0)
            throw failures[0];
        return Fit(answers.Select(answer => answer.Mail).ToList(), position, zone, [.. failures.Select(failure => failure.Message)], maxTokens, question);
    }

    public async Task<MailPage> ReadThreadAsync(
        string threadId, string? account, bool newestFirst, bool includeQuoted, int? maxTokens, string? cursor, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        string?[] question = ["gmail_read_thread", owner.Id, threadId, newestFirst ? "newest" : "", includeQuoted ? "quoted" : ""];
        var position = Cursor.Read<Position>(call, cursor, question) ?? new Position(0, 0);
        var zone = await zones.OfAsync(owner, cancellationToken);
        var thread = await google.GmailAsync(
            owner, $"thread {threadId}", service => service.Users.Threads.Get("me", threadId).ExecuteAsync(cancellationToken));
        var messages = (thread.Messages ?? []).OrderBy(message => message.InternalDate * (newestFirst ? -1 : 1)).Skip(position.Mail).ToList();
        var mails = await Merged.SelectAsync<Message, Prepared?>(
            messages, async (message, cancel) => await PrepareAsync(owner, message, zone, MailFormat.Markdown, includeQuoted, cancel), cancellationToken);
        return Fit(mails, position, zone, [], maxTokens, question, ReplyOwed.In(thread.Messages ?? [], owner.Email, time.GetUtcNow()));
    }

    private async Task<Prepared> OneAsync(GoogleAccount owner, string id, TimeZoneInfo zone, MailFormat format, bool includeQuoted, CancellationToken cancellationToken)
    {
        var message = format == MailFormat.Headers
            ? await GetAsync(owner, id, UsersResource.MessagesResource.GetRequest.FormatEnum.Metadata, cancellationToken)
            : await memory.MessageAsync(owner, id, () => GetAsync(owner, id, UsersResource.MessagesResource.GetRequest.FormatEnum.Full, cancellationToken));
        return await PrepareAsync(owner, message, zone, format, includeQuoted, cancellationToken);
    }

    private Task<Message> GetAsync(
        GoogleAccount owner, string id, UsersResource.MessagesResource.GetRequest.FormatEnum format, CancellationToken cancellationToken) =>
        google.GmailAsync(owner, $"message {id}", service =>
        {
            var request = service.Users.Messages.Get("me", id);
            request.Format = format;
            return request.ExecuteAsync(cancellationToken);
        });

    private async Task<Prepared> PrepareAsync(
        GoogleAccount owner, Message message, TimeZoneInfo zone, MailFormat format, bool includeQuoted, CancellationToken cancellationToken)
    {
        var content = await contents.ReadAsync(owner, message, format, includeQuoted, cancellationToken);
        var files = MessageParts.Of(message.Payload).Attachments
            .Select(part => new AttachmentView(part.PartId, UntrustedText.Line(part.Filename), part.MimeType, part.Body?.Size)).ToList();
        var head = new MailView(
            message.Id,
            message.ThreadId,
            owner.Nickname,
            Moments.Show(message.ReceivedAt(), zone),
            message.Payload.Header("From"),
            MessageHeaders.Shorten(message.Payload.Header("To"), AddressCharacters),
            Optional(message, "Cc"),
            message.Payload.Header("Subject"),
            await labels.NamesAsync(owner, message.LabelIds, cancellationToken),
            files.Count > 0 ? [.. files.Take(FilesShown)] : null,
            HiddenChars: content.Hidden > 0 ? content.Hidden : null,
            QuotedBlocks: content.QuotedBlocks > 0 ? content.QuotedBlocks : null,
            Link: MessageHeaders.WebLink(owner.Email, message.Id))
        {
            Bcc = Optional(message, "Bcc"),
            Note = Notes(content, files.Count),
        };
        return new(head, content.Text);
    }

    private static string? Optional(Message message, string field) =>
        MessageHeaders.Shorten(message.Payload.Header(field), AddressCharacters) is { Length: > 0 } addresses ? addresses : null;

    private static string? Notes(MailContent content, int files)
    {
        var unlisted = files > FilesShown ? $"{files - FilesShown} more attachments are not listed." : null;
        return string.Join(' ', new[] { content.Note, unlisted }.Where(note => note is not null)) is { Length: > 0 } notes ? notes : null;
    }

    private MailPage Fit(
        IReadOnlyList<Prepared?> mails, Position from, TimeZoneInfo zone, IReadOnlyList<string> problems, int? maxTokens, string?[] question, string? awaiting = null) =>
        Budgeted.Text(ResultBudget.Characters(maxTokens), room =>
        {
            var (shown, next) = Take(mails, from, room);
            return new MailPage(
                shown,
                Time.TimeZones.IanaName(zone),
                Problems: problems.Count > 0 ? problems : null,
                NextCursor: next is null ? null : Cursor.Write(call, next, question),
                Awaiting: awaiting);
        });

    private static (IReadOnlyList<MailView> Shown, Position? Next) Take(IReadOnlyList<Prepared?> mails, Position from, int room)
    {
        var shown = new List<MailView>();
        var offset = from.Offset;
        for (var i = 0; i < mails.Count; i++)
        {
            if (mails[i] is not { } mail)
                continue;
            if (shown.Count > 0 && room < HeadCharacters + SmallestPiece)
                return (shown, new Position(from.Mail + i, 0));
            room -= shown.Count > 0 ? HeadCharacters : 0;
            var passage = PassageText.Take(mail.Text, offset, Math.Max(1, room));
            shown.Add(mail.Head with { Body = passage.Text });
            if (passage.NextOffset is { } next)
                return (shown, new Position(from.Mail + i, next));
            room -= passage.Text.Length;
            offset = 0;
        }

        return (shown, null);
    }

    private static async Task<(Prepared? Mail, ToolFailure? Failure)> TryAsync(Func<Task<Prepared>> read)
    {
        try
        {
            return (await read(), null);
        }
        catch (ToolFailure failure)
        {
            return (null, failure);
        }
    }
}
