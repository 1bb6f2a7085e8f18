using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Assistant.Retrieval.Text.Html;

/// <summary>Parses within limits. AngleSharp takes quadratic time on deep nesting and offers no deadline, but it reads its source piece by piece
/// and reports each element: both are used to look at the clock, and the depth is bounded.</summary>
internal static class HtmlReader
{
    private const int ElementsBetweenLooks = 128;

    /// <exception cref="WorkLimitException">It took too long or is nested too deeply.</exception>
    public static IHtmlDocument Parse(string html, int maxDepth, WorkLimit work)
    {
        IElement? previous = null;
        var count = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            OnCreated = (element, _) =>
            {
                if (++count % ElementsBetweenLooks == 0)
                {
                    work.Look();
                    CheckDepth(previous, maxDepth);
                }

                previous = element;
            },
        });

        // UTF-16 with its mark: a <meta charset> in the body must not decide how this text is read.
        using var source = new WatchedStream([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(html)], work);
        return parser.ParseDocument(source);
    }

    private static void CheckDepth(INode? node, int maxDepth)
    {
        for (var depth = 0; node is not null; node = node.Parent)
        {
            if (++depth > maxDepth)
                throw new WorkLimitException("The HTML is nested too deeply.");
        }
    }

    private sealed class WatchedStream(byte[] bytes, WorkLimit work) : MemoryStream(bytes, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            work.Look();
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            work.Look();
            return base.Read(buffer);
        }
    }
}
