using System.Security.Cryptography;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Gmail.Settings;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Compose;

/// <summary>Makes a whole mail of what was asked for: recipients, threading, quotation, signature, files.</summary>
internal sealed class MailComposer(
    GoogleAccounts accounts, OriginalReader originals, AttachmentSource files, SenderAddresses senders, AccountZones zones, PlainHtml plain, TimeProvider time)
{
    private const int MostRecipients = 500;

    public async Task<ComposedMail> ComposeAsync(MailWish wish, string? account, CancellationToken cancellationToken)
    {
        if (wish.ReplyTo is not null && wish.Forward is not null)
            throw new ToolFailure("bad_argument", "Give reply_to or forward, not both.");
        if (wish.ReplyAll && wish.ReplyTo is null)
            throw new ToolFailure("bad_argument", "reply_all needs reply_to.");
        var owner = await accounts.OneAsync(account, cancellationToken);
        var zone = await zones.OfAsync(owner, cancellationToken);
        var (original, message) = (wish.ReplyTo ?? wish.Forward) is { } id ? await originals.ReadAsync(owner, id, cancellationToken) : ((Original?)null, (Message?)null);
        var all = await senders.AllAsync(owner, cancellationToken);
        var sender = SenderAddresses.Choose(all, wish.From, original is null ? [] : [.. original.To, .. original.Cc, .. original.From]);
        var from = MailErrors.Explain(() => MailAddress.Create("from", sender.DisplayName ?? "", sender.SendAsEmail));
        var (to, cc, bcc, notes) = People(wish, original, SenderAddresses.Keys(all));
        var attachments = await files.OpenAsync(owner, wish.Attachments, cancellationToken);
        if (wish.Forward is not null)
            attachments = [.. attachments, .. files.Of(owner, message!)];
        AttachmentSource.CheckSize(attachments);
        var body = MarkdownBody.Of(wish.Body);
        var inline = Inline(attachments, body);
        var (text, html) = Body(wish, original, body, sender, zone, cancellationToken);
        var mail = new OutgoingMail
        {
            From = from,
            ReplyTo = string.IsNullOrWhiteSpace(sender.ReplyToAddress) ? [] : MailAddresses.Read(sender.ReplyToAddress),
            To = to,
            Cc = cc,
            Bcc = bcc,
            Subject = wish.Subject ?? Subject(wish, original),
            Date = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone),
            MessageId = $"{RandomNumberGenerator.GetHexString(32, lowercase: true)}@{from.Domain}",
            InReplyTo = original?.MessageId,
            References = original is null ? [] : Threading.References(original),
            Text = text,
            Html = html,
            Inline = inline,
            Attachments = [.. attachments.Except(inline)],
        };
        return new(owner, mail, original?.ThreadId, notes);
    }

    private static string Subject(MailWish wish, Original? original) =>
        original is null ? "" : wish.Forward is null ? SubjectLine.Reply(original.Subject) : SubjectLine.Forward(original.Subject);

    private static (IReadOnlyList<MailAddress> To, IReadOnlyList<MailAddress> Cc, IReadOnlyList<MailAddress> Bcc, IReadOnlyList<string> Notes) People(
        MailWish wish, Original? original, IReadOnlySet<string> own)
    {
        var (answerTo, answerCc) = wish.ReplyTo is null || wish.OnlyGiven ? ([], []) : Recipients.Of(original!, own, wish.ReplyAll);
        List<MailAddress> to = [.. Parse("to", wish.To), .. answerTo], cc = [.. Parse("cc", wish.Cc), .. answerCc], bcc = [.. Parse("bcc", wish.Bcc)];
        var once = Recipients.Once(to, cc, bcc);
        var count = once.To.Count + once.Cc.Count + once.Bcc.Count;
        if (count > MostRecipients)
            throw new ToolFailure("too_many_recipients", $"A mail has at most {MostRecipients} recipients; this one has {count}.");
        var twice = to.Count + cc.Count + bcc.Count - count;
        return (once.To, once.Cc, once.Bcc, twice > 0 ? [$"{twice} address{(twice == 1 ? " was" : "es were")} given twice."] : []);
    }

    private static IEnumerable<MailAddress> Parse(string field, IReadOnlyList<string> lists) => lists.SelectMany(list => MailErrors.Explain(() => MailAddresses.Parse(field, list)));

    private static List<MailFile> Inline(IReadOnlyList<MailFile> attachments, MarkdownBody body)
    {
        var shown = body.ContentIds.ToHashSet(StringComparer.Ordinal);
        if (shown.FirstOrDefault(id => attachments.All(file => file.ContentId != id)) is { } missing)
            throw new ToolFailure("bad_argument", $"The body shows cid:{missing}, but no attachment has the content_id '{missing}'.");
        return [.. attachments.Where(file => file.ContentId is { } id && shown.Contains(id))];
    }

    private (string Text, string Html) Body(MailWish wish, Original? original, MarkdownBody body, SendAs sender, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var (texts, htmls) = (new List<string> { body.Text }, new List<string> { body.Html });
        if (wish.Signature && !string.IsNullOrWhiteSpace(sender.Signature))
        {
            texts.Add($"-- \n{plain.Text(sender.Signature, cancellationToken)}");
            htmls.Add($"<div class=\"gmail_signature\">-- <br>{sender.Signature}</div>");
        }

        if (original is not null && (wish.Quote || wish.Forward is not null))
        {
            var language = MailLanguage.Of(wish.Body, original.Text);
            var quotation = wish.Forward is null ? Quotation.Reply(original, language, zone) : Quotation.Forward(original, language, zone);
            texts.Add(quotation.Text);
            htmls.Add(quotation.Html);
        }

        return (string.Join("\n\n", texts.Where(text => text.Length > 0)) + "\n", string.Join("<br>\n", htmls));
    }
}
