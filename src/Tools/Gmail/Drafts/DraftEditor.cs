using System.Globalization;
using System.Net;
using Assistant.TokenStore;
using Assistant.Tools.Compose;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Gmail.Settings;

namespace Assistant.Tools.Gmail.Drafts;

/// <summary>Which fields of a draft a call changes; the others stay as they are.</summary>
internal sealed record DraftFields(bool To, bool Cc, bool Bcc, bool Subject, bool Body, bool From, bool Attachments);

/// <summary>Changes some fields of a draft and keeps the rest, the quotation below the body and the files among it.</summary>
internal sealed class DraftEditor(SenderAddresses senders, AttachmentSource files, PlainHtml plain, TimeProvider time)
{
    public async Task<ComposedMail> ChangeAsync(GoogleAccount account, byte[] raw, string threadId, MailWish wish, DraftFields given, CancellationToken cancellationToken)
    {
        var old = MimeReader.Read(raw);
        var all = await senders.AllAsync(account, cancellationToken);
        var current = old.Addresses("From") is [var first, ..] ? first : null;
        var known = current is not null && SenderAddresses.Keys(all).Contains(current.Key);
        var sender = SenderAddresses.Choose(all, given.From ? wish.From : known ? current!.Address : null, []);
        var parts = old.SelfAndDescendants().Where(part => part.Children.Count == 0 || part.Type == "message/rfc822").ToList();
        var kept = parts.Where(part => part.IsAttachment).Select(File).ToList();
        var attachments = given.Attachments
            ? [.. kept.Where(file => file.ContentId is not null), .. await files.OpenAsync(account, wish.Attachments, cancellationToken)]
            : (IReadOnlyList<MailFile>)kept;
        AttachmentSource.CheckSize(attachments);
        var (text, html) = (Body(parts, "text/plain"), Body(parts, "text/html"));
        if (given.Body)
            (text, html) = NewBody(wish, text, html, sender.Signature, cancellationToken);
        var inline = html is null ? [] : attachments.Where(file => file.ContentId is { } id && html.Contains($"cid:{id}", StringComparison.Ordinal)).ToList();
        var (to, cc, bcc) = Recipients.Once(
            given.To ? Parse("to", wish.To) : old.Addresses("To"), given.Cc ? Parse("cc", wish.Cc) : old.Addresses("Cc"), given.Bcc ? Parse("bcc", wish.Bcc) : old.Addresses("Bcc"));
        var from = MailErrors.Explain(() => MailAddress.Create("from", sender.DisplayName ?? current?.Name ?? "", sender.SendAsEmail));
        return new(
            account,
            new OutgoingMail
            {
                From = from,
                ReplyTo = old.Addresses("Reply-To"),
                To = to,
                Cc = cc,
                Bcc = bcc,
                Subject = given.Subject ? wish.Subject ?? "" : old.Header("Subject"),
                Date = DateTimeOffset.TryParse(old.Header("Date"), CultureInfo.InvariantCulture, out var date) ? date : time.GetUtcNow(),
                MessageId = Threading.Ids(old.Field("Message-ID")) is [var id, ..] ? id : $"{Guid.NewGuid():n}@{from.Domain}",
                InReplyTo = Threading.Ids(old.Field("In-Reply-To")) is [var parent, ..] ? parent : null,
                References = Threading.Ids(old.Field("References")),
                Text = text ?? "",
                Html = html,
                Inline = inline,
                Attachments = [.. attachments.Except(inline)],
            },
            threadId,
            []);
    }

    private static MailFile File(MimeEntity part) => MailFile.Of(
        part.FileName.Length > 0 ? part.FileName.Replace('/', '_').Replace('\\', '_') : "attachment",
        part.Type,
        part.Content.ToArray(),
        Threading.Ids(part.Field("Content-ID")) is [var id, ..] ? id : part.Field("Content-ID")?.Trim('<', '>', ' '));

    private static string? Body(List<MimeEntity> parts, string type) => parts.FirstOrDefault(part => part.Type == type && !part.IsAttachment)?.Text;

    private static IEnumerable<MailAddress> Parse(string field, IReadOnlyList<string> lists) => lists.SelectMany(list => MailErrors.Explain(() => MailAddresses.Parse(field, list)));

    private (string Text, string Html) NewBody(MailWish wish, string? oldText, string? oldHtml, string? signature, CancellationToken cancellationToken)
    {
        var body = MarkdownBody.Of(wish.Body);
        var (texts, htmls) = (new List<string> { body.Text }, new List<string> { body.Html });
        if (wish.Signature && !string.IsNullOrWhiteSpace(signature))
        {
            texts.Add($"-- \n{plain.Text(signature, cancellationToken)}");
            htmls.Add($"<div class=\"gmail_signature\">-- <br>{signature}</div>");
        }

        if (QuotationOf(oldText, oldHtml) is { } quotation)
        {
            texts.Add(quotation.Text);
            htmls.Add(quotation.Html);
        }

        return (string.Join("\n\n", texts.Where(text => text.Length > 0)) + "\n", string.Join("<br>\n", htmls));
    }

    /// <summary>What our own drafts have below the body.</summary>
    private static Quotation? QuotationOf(string? text, string? html)
    {
        var start = html?.IndexOf(Quotation.Marker, StringComparison.Ordinal) ?? -1;
        if (start < 0 || text is null)
            return null;
        var line = html![(start + Quotation.Marker.Length)..];
        var (from, to) = (line.IndexOf('>', StringComparison.Ordinal) + 1, line.IndexOf('<', 1));
        var attribution = to > from ? WebUtility.HtmlDecode(line[from..to]) : "";
        var at = attribution.Length > 0 ? text.ReplaceLineEndings("\n").IndexOf(attribution, StringComparison.Ordinal) : -1;
        return at < 0 ? null : new(text.ReplaceLineEndings("\n")[at..].TrimEnd(), html[start..]);
    }
}
