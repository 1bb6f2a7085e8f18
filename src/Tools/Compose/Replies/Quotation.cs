using System.Globalization;
using System.Net;
using System.Text;
using Ganss.Xss;

namespace Assistant.Tools.Compose.Replies;

/// <summary>The original below an answer or in a forwarded mail, as text and as HTML.</summary>
internal sealed record Quotation(string Text, string Html)
{
    /// <summary>Marks where the quotation begins, for whoever edits the draft later; Gmail uses the same class.</summary>
    public const string Marker = "<div class=\"gmail_quote\">";

    private const int LongestHtml = 2_000_000;

    public static Quotation Reply(Original original, QuoteLanguage language, TimeZoneInfo zone)
    {
        var line = string.Format(CultureInfo.InvariantCulture, language.Wrote, Date(original, language, zone), original.Writer);
        var text = new StringBuilder(line).Append('\n');
        foreach (var quoted in original.Text.TrimEnd().Split('\n'))
            text.Append(quoted.StartsWith('>') ? ">" : quoted.Length == 0 ? ">" : "> ").Append(quoted).Append('\n');
        var html = $"{Marker}<div class=\"gmail_attr\">{Encode(line)}</div>"
            + $"<blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex\">{Body(original)}</blockquote></div>";
        return new(text.ToString().TrimEnd(), html);
    }

    public static Quotation Forward(Original original, QuoteLanguage language, TimeZoneInfo zone)
    {
        string[] values =
        [
            string.Join(", ", original.From), Date(original, language, zone), original.Subject, string.Join(", ", original.To), string.Join(", ", original.Cc),
        ];
        var lines = language.Fields.Zip(values).Where(pair => pair.Second.Length > 0).Select(pair => $"{pair.First}: {pair.Second}").Prepend(language.Forwarded).ToList();
        var html = $"{Marker}<div class=\"gmail_attr\">{string.Join("<br>", lines.Select(Encode))}</div><br>{Body(original)}</div>";
        return new($"{string.Join('\n', lines)}\n\n{original.Text.TrimEnd()}", html);
    }

    private static string Date(Original original, QuoteLanguage language, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(original.Date, zone);
        try
        {
            return local.ToString("ddd, d MMM yyyy HH:mm", CultureInfo.GetCultureInfo(language.Culture));
        }
        catch (CultureNotFoundException)
        {
            return local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The original's own HTML without scripts, forms and whatever else acts; or its text.</summary>
    private static string Body(Original original)
    {
        if (original.Html is not { Length: > 0 and < LongestHtml } html)
            return Encode(original.Text.TrimEnd()).Replace("\n", "<br>\n", StringComparison.Ordinal);
        var sanitizer = new HtmlSanitizer { KeepChildNodes = false };
        sanitizer.AllowedSchemes.Add("mailto");
        sanitizer.AllowedSchemes.Add("cid");
        foreach (var tag in new[] { "form", "input", "button", "select", "textarea", "option", "optgroup", "keygen", "menuitem", "fieldset", "legend", "datalist", "output" })
            sanitizer.AllowedTags.Remove(tag);
        return sanitizer.Sanitize(html);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
