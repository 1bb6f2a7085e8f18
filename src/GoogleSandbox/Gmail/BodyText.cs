using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Assistant.GoogleSandbox.Gmail.Mime;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>The words of a message.</summary>
internal static partial class BodyText
{
    /// <summary>Of its plain text, or else of its HTML.</summary>
    public static string Of(MimePart root)
    {
        var texts = root.SelfAndDescendants().Where(part => !part.IsAttachment && part.Content.Length > 0).ToList();
        var shown = texts.Find(part => part.MimeType == "text/plain") ?? texts.Find(part => part.MimeType == "text/html");
        return shown is null ? "" : OfPart(shown);
    }

    /// <summary>Of one text part; of HTML without its tags.</summary>
    public static string OfPart(MimePart part)
    {
        var text = Encoding.UTF8.GetString(part.Content);
        return part.MimeType == "text/html" ? WebUtility.HtmlDecode(Tag().Replace(Unseen().Replace(text, " "), " ")) : text;
    }

    [GeneratedRegex(@"<(style|script|head|title)\b.*?</\1\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
