using Assistant.Tools.Agreements;
using Assistant.Tools.Compose;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Gmail.Outbox;
using Assistant.Tools.Gmail.Settings;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Drafts;

/// <summary>When a mail is to leave.</summary>
internal sealed record SendTiming(string? IdempotencyKey, string? SendAt, int? HoldSeconds);

/// <summary>Sends a mail that is written here, or a draft that is there: through the outbox, once, and after agreement.</summary>
internal sealed class SendDesk(
    GoogleAccounts accounts, MailComposer composer, DraftDesk drafts, DraftMaker maker, MailSender sender, IAgreements agreements, AccountZones zones, PlainHtml plain, TimeProvider time)
{
    private static readonly string[] Fields = ["To", "Cc", "Bcc"];
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    public async Task<OutboxResult> SendAsync(MailWish wish, SendTiming timing, string? account, CancellationToken cancellationToken)
    {
        if (await agreements.ResumeAsync(timing.IdempotencyKey, cancellationToken) is { } known)
            return known;
        var mail = await composer.ComposeAsync(wish, account, cancellationToken);
        var zone = await zones.OfAsync(mail.Account, cancellationToken);
        return await sender.ProposeAsync(
            new MailToSend
            {
                Account = mail.Account,
                From = mail.Mail.From.ToString(),
                People = People(mail.Mail.To, mail.Mail.Cc, mail.Mail.Bcc),
                Recipients = MailRecipients.Of(mail.Mail),
                Subject = mail.Mail.Subject,
                Text = mail.Mail.Text,
                Files = [.. mail.Mail.Inline.Concat(mail.Mail.Attachments).Select(file => $"{file.Name} ({file.Size} bytes)")],
                ThreadId = mail.ThreadId,
                Content = mail.WriteAsync,
                MessageId = mail.Mail.MessageId,
                IdempotencyKey = timing.IdempotencyKey,
                Hold = Hold(timing),
                SendAt = At(timing, zone),
                Zone = zone,
            },
            cancellationToken);
    }

    public async Task<OutboxResult> SendDraftAsync(string id, SendTiming timing, string? account, CancellationToken cancellationToken)
    {
        if (await agreements.ResumeAsync(timing.IdempotencyKey, cancellationToken) is { } known)
            return known;
        var owner = await accounts.OneAsync(account, cancellationToken);
        var zone = await zones.OfAsync(owner, cancellationToken);
        var before = await maker.ReadAsync(owner, id, cancellationToken) ?? throw GoogleFailures.NotFound(owner.Nickname, $"draft {id}");
        var (raw, thread) = await drafts.RawAsync(owner, id, cancellationToken);
        var mail = MimeReader.Read(raw);
        var parts = mail.SelfAndDescendants().Where(part => part.Children.Count == 0).ToList();
        return await sender.ProposeAsync(
            new MailToSend
            {
                Account = owner,
                From = string.Join(", ", mail.Addresses("From")),
                People = People(mail.Addresses("To"), mail.Addresses("Cc"), mail.Addresses("Bcc")),
                Recipients = MailRecipients.Of(mail),
                Subject = mail.Header("Subject"),
                Text = Text(parts, cancellationToken),
                Files = [.. parts.Where(part => part.IsAttachment).Select(part => $"{part.FileName} ({part.Content.Length} bytes)")],
                ThreadId = thread,
                DraftId = id,
                DraftMessageId = before.MessageId,
                IdempotencyKey = timing.IdempotencyKey,
                Hold = Hold(timing),
                SendAt = At(timing, zone),
                Zone = zone,
            },
            cancellationToken);
    }

    private string Text(IReadOnlyList<MimeEntity> parts, CancellationToken cancellationToken)
    {
        var text = parts.FirstOrDefault(part => part.Type == "text/plain" && !part.IsAttachment) ?? parts.FirstOrDefault(part => part.Type == "text/html" && !part.IsAttachment);
        return text is null ? "" : text.Type == "text/html" ? plain.Text(text.Text, cancellationToken) : text.Text;
    }

    private static List<CardLine> People(params IReadOnlyList<MailAddress>[] lists) =>
        [.. Fields.Zip(lists).Where(pair => pair.Second.Count > 0).Select(pair => new CardLine(pair.First, string.Join(", ", pair.Second)))];

    private static TimeSpan? Hold(SendTiming timing) => timing.HoldSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private DateTimeOffset? At(SendTiming timing, TimeZoneInfo zone)
    {
        if (timing.SendAt is not { } text)
            return null;
        var at = Moments.Parse("send_at", text, zone, isEnd: false);
        var now = time.GetUtcNow();
        if (at <= now || at > now + Furthest)
            throw new ToolFailure("bad_argument", $"send_at is {Moments.Show(at, zone)}: give a time between now ({Moments.Show(now, zone)}) and a year from now.");
        return at;
    }
}
