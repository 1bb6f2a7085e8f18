using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Assistant.GoogleSandbox.Gmail.Mime;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>The words of a message: of its plain text, or else of its HTML without the tags.</summary>
internal static partial class BodyText
{
    public static string Of(MimePart root)
    {
        var texts = root.SelfAndDescendants().Where(part => !part.IsAttachment && part.Parts.Count == 0).ToList();
        if (texts.Find(part => part.MimeType == "text/plain" && part.Content.Length > 0) is { } plain)
            return Encoding.UTF8.GetString(plain.Content);
        return texts.Find(part => part.MimeType == "text/html") is { } html ? WithoutTags(Encoding.UTF8.GetString(html.Content)) : "";
    }

    private static string WithoutTags(string html) => WebUtility.HtmlDecode(Tag().Replace(Unseen().Replace(html, " "), " "));

    [GeneratedRegex(@"<(style|script|head|title)\b.*?</\1\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
