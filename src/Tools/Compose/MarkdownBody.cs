using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Assistant.Tools.Compose;

/// <summary>The text and the HTML of a body that was written as markdown.</summary>
/// <param name="Text">Reads well without any markup.</param>
/// <param name="Html">A fragment; HTML in the markdown is shown as text.</param>
/// <param name="ContentIds">Pictures that it shows by <c>cid:</c>.</param>
internal sealed record MarkdownBody(string Text, string Html, IReadOnlyList<string> ContentIds)
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseSoftlineBreakAsHardlineBreak().UseAutoLinks().UsePipeTables().UseEmphasisExtras().DisableHtml().Build();

    private static readonly string[] Schemes = [Uri.UriSchemeHttps, Uri.UriSchemeHttp, Uri.UriSchemeMailto];

    /// <exception cref="ToolFailure">A link or a picture leads where none may.</exception>
    public static MarkdownBody Of(string markdown) => Guarded(() => Render(markdown));

    private static MarkdownBody Render(string markdown)
    {
        var document = Markdown.Parse(markdown.ReplaceLineEndings("\n"), Pipeline);
        var ids = new List<string>();
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.IsImage)
                ids.Add(Picture(link.Url));
            else
                CheckLink(link.Url);
        }

        var text = new StringBuilder();
        foreach (var block in document)
            Write(text, block, "");
        return new(text.ToString().TrimEnd(), document.ToHtml(Pipeline).Trim(), ids);
    }

    /// <summary>What a reader of it would see and where its links lead, also where <see cref="Of"/> would refuse it; empty where it cannot be read.</summary>
    public static string Shown(string markdown)
    {
        try
        {
            var document = Markdown.Parse(markdown.ReplaceLineEndings("\n"), Pipeline);
            var text = new StringBuilder();
            foreach (var block in document)
                Write(text, block, "");
            return text.AppendJoin('\n', document.Descendants<LinkInline>().Select(link => link.Url).Concat(document.Descendants<AutolinkInline>().Select(link => link.Url))).ToString();
        }
        catch (ArgumentException)
        {
            return "";
        }
    }

    /// <summary>What Markdig gives up on is wrong input, not a failure of the server.</summary>
    public static T Guarded<T>(Func<T> render)
    {
        try
        {
            return render();
        }
        catch (ArgumentException tooDeep)
        {
            throw new ToolFailure("bad_argument", "The text is nested too deeply. Write it more plainly.", tooDeep);
        }
    }

    private static string Picture(string? url) => url is not null && url.StartsWith("cid:", StringComparison.OrdinalIgnoreCase) && url.Length > 4
        ? url[4..]
        : throw new ToolFailure("bad_argument", "A picture in the body must be one of the attachments: ![what it shows](cid:NAME), with the same content_id.");

    private static void CheckLink(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !Schemes.Contains(address.Scheme))
            throw new ToolFailure("bad_argument", $"The link '{url}' must be a whole http:, https: or mailto: address.");
    }

    private static void Write(StringBuilder text, Block block, string indent)
    {
        switch (block)
        {
            case ListBlock list:
                var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
                foreach (var item in list.OfType<ListItemBlock>())
                {
                    Item(text, item, indent, list.IsOrdered ? $"{number++}. " : "- ");
                    if (list.IsLoose)
                        text.Append('\n');
                }

                if (!list.IsLoose && list.Parent is not ListItemBlock)
                    text.Append('\n');
                break;
            case QuoteBlock quote:
                foreach (var child in quote)
                    Write(text, child, indent + "> ");
                break;
            case Table table:
                foreach (var row in table.OfType<TableRow>())
                    Line(text, indent, string.Join(" | ", row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(Inlines)))));
                text.Append('\n');
                break;
            case CodeBlock code:
                foreach (var line in code.Lines.ToString().Split('\n'))
                    Line(text, indent + "    ", line);
                text.Append('\n');
                break;
            case ThematicBreakBlock:
                Line(text, indent, "----\n");
                break;
            case LeafBlock leaf:
                foreach (var line in Inlines(leaf).Split('\n'))
                    Line(text, indent, line);
                text.Append(indent.TrimEnd()).Append('\n');
                break;
            case ContainerBlock container:
                foreach (var child in container)
                    Write(text, child, indent);
                break;
        }
    }

    private static void Item(StringBuilder text, ListItemBlock item, string indent, string mark)
    {
        var inner = new StringBuilder();
        foreach (var child in item)
            Write(inner, child, "");
        var lines = inner.ToString().TrimEnd().Split('\n');
        for (var i = 0; i < lines.Length; i++)
            Line(text, indent + (i == 0 ? mark : new string(' ', mark.Length)), lines[i]);
    }

    private static void Line(StringBuilder text, string indent, string line) => text.Append((indent + line).TrimEnd()).Append('\n');

    private static string Inlines(LeafBlock leaf)
    {
        var text = new StringBuilder();
        if (leaf.Inline is not null)
            Write(text, leaf.Inline);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case LineBreakInline:
                text.Append('\n');
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case LinkInline link:
                var at = text.Length;
                Children(text, link);
                var shown = text.ToString(at, text.Length - at);
                if (!link.IsImage && link.Url is { } url && shown != url && "mailto:" + shown != url)
                    text.Append(" (").Append(url).Append(')');
                break;
            case ContainerInline container:
                Children(text, container);
                break;
        }
    }

    private static void Children(StringBuilder text, ContainerInline container)
    {
        foreach (var child in container)
            Write(text, child);
    }
}
