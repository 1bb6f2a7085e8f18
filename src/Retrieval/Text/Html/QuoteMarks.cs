using AngleSharp.Dom;
using Assistant.Retrieval.Text.Quotes;

namespace Assistant.Retrieval.Text.Html;

/// <summary>What mail programs leave in their HTML around the mail that is being answered.</summary>
internal static class QuoteMarks
{
    public static void Open(IElement element, MarkdownWriter writer)
    {
        if (writer.Kind == LineKind.Quote)
            return;
        var classes = element.GetAttribute("class") ?? "";
        if (element.LocalName == "blockquote" && (IsCite(element) || classes.Contains("quote", StringComparison.OrdinalIgnoreCase)))
        {
            writer.Break(1);
            writer.Kind = LineKind.Quote;
        }
        else if (classes.Contains("gmail_attr", StringComparison.Ordinal) || classes.Contains("moz-cite-prefix", StringComparison.Ordinal))
        {
            writer.Break(1);
            writer.Kind = LineKind.Attribution;
        }
        else if (classes.Contains("yahoo_quoted", StringComparison.Ordinal))
        {
            writer.Break(1);
            writer.Kind = LineKind.Quote;
        }
        else if (element.GetAttribute("id") is { } id && (id.EndsWith("divRplyFwdMsg", StringComparison.Ordinal) || id == "zwchr"))
        {
            writer.StartQuotedRest();
        }
        else if (element.LocalName == "div" && IsOutlookBorder(element.GetAttribute("style")))
        {
            writer.StartQuotedRest();
        }
    }

    private static bool IsCite(IElement element) =>
        element.GetAttribute("type") is { } type && type.Equals("cite", StringComparison.OrdinalIgnoreCase) || element.HasAttribute("cite");

    /// <summary>The line that Outlook draws above the header of the mail it quotes.</summary>
    private static bool IsOutlookBorder(string? style)
    {
        if (style is null || !style.Contains("border-top", StringComparison.OrdinalIgnoreCase))
            return false;
        var tight = style.Replace(" ", "", StringComparison.Ordinal);
        return tight.Contains("border:none", StringComparison.OrdinalIgnoreCase)
            && tight.Contains("border-top:solid", StringComparison.OrdinalIgnoreCase)
            && tight.Contains("padding:3.0pt0", StringComparison.OrdinalIgnoreCase);
    }
}
