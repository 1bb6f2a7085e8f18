using Assistant.Retrieval.Text.Html;
using Assistant.Retrieval.Text.Quotes;

namespace Assistant.Retrieval.Text;

internal sealed record HtmlReadout(IReadOnlyList<TextLine> Lines, int HiddenCharacters, int InvisibleCharacters, BodyReading Reading);

/// <summary>HTML of a mail as markdown: headings, lists, links with their real address, data tables. Nothing is ever fetched.</summary>
internal static class HtmlText
{
    public static HtmlReadout Read(string html, HtmlTextOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var withoutData = DataAddresses.Drop(html);
        var isCut = withoutData.Length > options.MaxCharacters;
        var clean = InvisibleCharacters.Remove(isCut ? withoutData[..options.MaxCharacters] : withoutData);
        var reading = isCut ? BodyReading.Cut : BodyReading.Whole;
        try
        {
            var work = new WorkLimit(options.TimeLimit, time, cancellationToken);
            var document = HtmlReader.Parse(clean.Text, options.MaxDepth, work);
            var renderer = new MarkdownRenderer(StyleSheet.Of(document), DataTables.Find(document, work), options, work);
            renderer.Render(document);
            return new(renderer.Lines, renderer.HiddenCharacters, clean.Removed + renderer.InvisibleCharacters, reading);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever a hostile body does to the parser, the stripper reads it: every byte once, no tree.
            var stripped = TagStripper.Strip(clean.Text, cancellationToken);
            return new(TextLine.FromPlain(stripped.Text), stripped.HiddenCharacters, clean.Removed + stripped.InvisibleCharacters, BodyReading.Stripped);
        }
    }
}
