using AngleSharp.Dom;
using Assistant.Retrieval.Text.Quotes;

namespace Assistant.Retrieval.Text.Html;

/// <summary>Walks a document without recursion and writes what a person sees; what they do not see is counted.</summary>
internal sealed class MarkdownRenderer(StyleSheet styles, IReadOnlySet<IElement> dataTables, HtmlTextOptions options, WorkLimit work)
{
    private readonly Stack<Frame> _open = new();
    private MarkdownWriter _writer = new();

    public IReadOnlyList<TextLine> Lines => _writer.Lines;

    public int HiddenCharacters { get; private set; }

    public int InvisibleCharacters { get; private set; }

    public void Render(IDocument document)
    {
        // Comments before and after the body are part of what is hidden as well.
        INode? node = document.FirstChild;
        while (node is not null || _open.Count > 0)
        {
            if (node is null)
            {
                var frame = _open.Pop();
                Leave(frame);
                node = frame.Element.NextSibling;
                continue;
            }

            work.Step();
            if (node is IElement element && Enter(element))
            {
                node = element.FirstChild;
                continue;
            }

            if (node is IText text)
                Write(text);
            else if (node is IComment comment)
                Count(comment);
            node = node.NextSibling;
        }
    }

    private Frame? Current => _open.TryPeek(out var frame) ? frame : null;

    private Look CurrentLook => Current?.Look ?? Look.Page;

    private void Write(IText node)
    {
        var clean = Text.InvisibleCharacters.Remove(node.Data);
        InvisibleCharacters += clean.Removed;
        if (CurrentLook.IsHidden)
            HiddenCharacters += clean.Text.AsSpan().Trim().Length;
        else if (Current?.IsPreformatted is true)
            _writer.Preformatted(clean.Text);
        else
            _writer.Text(clean.Text);
    }

    /// <summary>Conditional comments hold what Outlook shows instead: they hide nothing.</summary>
    private void Count(IComment comment)
    {
        var text = comment.Data.AsSpan().Trim();
        if (!text.StartsWith("[if", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("<![", StringComparison.Ordinal))
            HiddenCharacters += text.Length;
    }

    /// <summary>False where nothing inside is looked at.</summary>
    private bool Enter(IElement element)
    {
        var outer = Current;
        switch (element.LocalName)
        {
            case "script" or "style" or "title" or "meta" or "link" or "template" or "svg" or "math" or "iframe" or "object" or "audio" or "video" or "canvas":
                return false;
            case "br" when !CurrentLook.IsHidden:
                _writer.NewLine();
                return false;
            case "hr" when !CurrentLook.IsHidden && !IsZimbraMark(element):
                _writer.Break(2);
                _writer.Text("---");
                _writer.Break(2);
                return false;
            case "img":
                Image(element);
                return false;
        }

        var frame = new Frame(element, CurrentLook.Inside(element, styles.For(element)))
        {
            IsPreformatted = outer?.IsPreformatted is true || element.LocalName is "pre" or "listing" or "textarea",
            OuterKind = _writer.Kind,
            Table = outer?.Table,
        };
        _open.Push(frame);
        if (!frame.Look.Gone)
            Open(frame);
        return true;
    }

    private void Open(Frame frame)
    {
        var element = frame.Element;
        QuoteMarks.Open(element, _writer);
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                _writer.Break(2);
                _writer.Bullet(new string('#', element.LocalName[1] - '0') + " ");
                break;
            case "p" or "pre" or "table" or "dl" or "fieldset" or "article" or "section" or "header" or "footer" or "figure" or "center" or "address":
                _writer.Break(element.LocalName is "center" or "section" or "header" or "footer" ? 1 : 2);
                if (element.LocalName == "table")
                    frame.Table = dataTables.Contains(element) ? new TableRows(_writer) : null;
                break;
            case "blockquote":
                _writer.Break(2);
                _writer.QuoteDepth++;
                break;
            case "ul" or "ol" or "menu":
                _writer.Break(_writer.ListDepth == 0 ? 2 : 1);
                _writer.ListDepth++;
                break;
            case "li":
                _writer.Bullet(Bullets.For(_open));
                break;
            case "tr" when frame.Table is { } rows:
                rows.StartRow();
                break;
            case "td" or "th" when frame.Table is { } cells:
                _writer = cells.StartCell();
                break;
            case "td" or "th":
                _writer.Space();
                break;
            case "a":
                frame.Link = _writer.Mark();
                break;
            case "div" or "tr" or "dt" or "dd" or "option" or "caption" or "form" or "summary" or "details" or "main" or "nav" or "aside":
                _writer.Break(1);
                break;
        }
    }

    private void Leave(Frame frame)
    {
        if (frame.Look.Gone)
            return;
        var element = frame.Element;
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "p" or "pre" or "dl" or "figure" or "article" or "fieldset" or "address":
                _writer.Break(2);
                break;
            case "table":
                if (frame.Table is { } table)
                    table.WriteTo(_writer);
                _writer.Break(2);
                break;
            case "blockquote":
                _writer.QuoteDepth--;
                _writer.Break(2);
                break;
            case "ul" or "ol" or "menu":
                _writer.ListDepth--;
                _writer.Break(_writer.ListDepth == 0 ? 2 : 1);
                break;
            case "td" or "th" when frame.Table is { } cells:
                _writer = cells.EndCell();
                break;
            case "a" when frame.Link is { } link:
                Link(element, link);
                break;
            case "div" or "tr" or "li" or "dt" or "dd" or "option" or "caption" or "form" or "summary" or "details" or "center" or "section" or "header" or "footer":
                _writer.Break(1);
                break;
        }

        _writer.Kind = frame.OuterKind;
    }

    private void Link(IElement element, LinkMark mark)
    {
        var href = element.GetAttribute("href") ?? "";
        if (_writer.Since(mark) is { } text)
            _writer.ReplaceSince(mark, LinkText.Format(text, href, options.MaxLinkCharacters));
        else if (mark.Line >= 0 && LinkText.Format("", href, options.MaxLinkCharacters) is { Length: > 0 } address)
            _writer.Text($" ({address})");
    }

    private void Image(IElement image)
    {
        var alt = Text.InvisibleCharacters.Remove(image.GetAttribute("alt") ?? "").Text.Trim();
        if (alt.Length == 0 || IsPixel(image))
            return;
        if (CurrentLook.Inside(image, styles.For(image)) is { Gone: true } or { Invisible: true })
            HiddenCharacters += alt.Length;
        else
            _writer.Text($"[image: {alt}]");
    }

    private static bool IsPixel(IElement image) =>
        Declarations.Length(image.GetAttribute("width") ?? "") <= 2 && Declarations.Length(image.GetAttribute("height") ?? "") <= 2;

    private static bool IsZimbraMark(IElement element) => element.GetAttribute("id") is "zwchr";

    internal sealed class Frame(IElement element, Look look)
    {
        public IElement Element { get; } = element;

        public Look Look { get; } = look;

        public bool IsPreformatted { get; init; }

        public LineKind OuterKind { get; init; }

        public TableRows? Table { get; set; }

        public LinkMark? Link { get; set; }

        /// <summary>Items of a list so far.</summary>
        public int Items { get; set; }
    }
}
