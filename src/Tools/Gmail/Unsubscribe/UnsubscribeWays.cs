using Assistant.Tools.Compose.Mime;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Unsubscribe;

/// <summary>How a mail says that its list can be left (RFC 2369, RFC 8058).</summary>
/// <param name="OneClick">Where one POST leaves the list; null unless everything that RFC 8058 asks for holds.</param>
/// <param name="Mail">The address to write to, or null.</param>
/// <param name="MailSubject">What to write.</param>
/// <param name="Page">A page for the person to open; never fetched here.</param>
/// <param name="WhyNotOneClick">What one click lacks, or null.</param>
internal sealed record UnsubscribeWays(Uri? OneClick, MailAddress? Mail, string MailSubject, Uri? Page, string? WhyNotOneClick)
{
    private const string Post = "List-Unsubscribe=One-Click";

    public static UnsubscribeWays Of(Message message)
    {
        var uris = Header(message, "List-Unsubscribe").Split(',').Select(item => item.Trim())
            .Where(item => item.StartsWith('<') && item.EndsWith('>'))
            .Select(item => Uri.TryCreate(string.Concat(item[1..^1].Where(c => !char.IsWhiteSpace(c))), UriKind.Absolute, out var uri) ? uri : null).OfType<Uri>().ToList();
        var page = uris.FirstOrDefault(uri => uri.Scheme == Uri.UriSchemeHttps);
        var why = WhyNot(message, page);
        var (mail, subject) = uris.Where(uri => uri.Scheme == Uri.UriSchemeMailto).Select(ReadMail).FirstOrDefault(one => one.Mail is not null);
        return new(why is null ? page : null, mail, subject ?? "unsubscribe", page, why);
    }

    private static string? WhyNot(Message message, Uri? page)
    {
        if (page is null)
            return "the mail names no https address for it";
        if (!Header(message, "List-Unsubscribe-Post").Trim().Equals(Post, StringComparison.OrdinalIgnoreCase))
            return "its sender does not offer one-click (List-Unsubscribe-Post)";
        return DkimVerdict.Covers(message, "list-unsubscribe", "list-unsubscribe-post")
            ? null
            : "no signature that Gmail found good covers the address, so anybody could have written it";
    }

    private static (MailAddress? Mail, string? Subject) ReadMail(Uri uri)
    {
        var parts = uri.OriginalString["mailto:".Length..].Split('?', 2);
        var subject = parts.Length < 2 ? null : parts[1].Split('&').Where(field => field.StartsWith("subject=", StringComparison.OrdinalIgnoreCase))
            .Select(field => Uri.UnescapeDataString(field["subject=".Length..])).FirstOrDefault();
        return (MailAddresses.Read(Uri.UnescapeDataString(parts[0])) is [var only] ? only : null, subject is null || FieldGuard.HasControl(subject) ? null : subject);
    }

    private static string Header(Message message, string name) => message.Payload.Header(name);
}
