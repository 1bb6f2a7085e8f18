using System.Globalization;

namespace Assistant.Retrieval.Text.Html;

internal static class Bullets
{
    /// <summary>The mark of a list item: a dash, or its number in an ordered list.</summary>
    public static string For(Stack<MarkdownRenderer.Frame> open)
    {
        var list = open.Skip(1).FirstOrDefault();
        if (list?.Element.LocalName != "ol")
            return "- ";
        list.Items++;
        return string.Create(CultureInfo.InvariantCulture, $"{list.Items}. ");
    }
}
