using AngleSharp.Dom;

namespace Assistant.Retrieval.Text.Html;

/// <summary>Tells tables that hold data from those that only place things on the page.</summary>
internal static class DataTables
{
    private const int LongestCell = 200;

    public static IReadOnlySet<IElement> Find(IDocument document, WorkLimit work)
    {
        var found = new HashSet<IElement>();
        var open = new Stack<Shape>();
        INode? node = document.Body;
        while (node is not null)
        {
            work.Step();
            if (node is IElement { LocalName: "table" } table)
            {
                if (open.TryPeek(out var outer))
                    outer.IsLayout = true;
                open.Push(new Shape(table));
            }
            else if (open.TryPeek(out var shape))
            {
                shape.See(node);
            }

            if (node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                Close(node, open, found);
                node = node.Parent;
            }

            if (node is null)
                break;
            Close(node, open, found);
            node = node.NextSibling;
        }

        return found;
    }

    private static void Close(INode node, Stack<Shape> open, HashSet<IElement> found)
    {
        if (open.TryPeek(out var shape) && ReferenceEquals(shape.Table, node) && open.Pop().IsData)
            found.Add(shape.Table);
    }

    private sealed class Shape(IElement table)
    {
        private readonly List<int> _rows = [];
        private int _cell;
        private int _longest;

        public IElement Table { get; } = table;

        public bool IsLayout { get; set; } = table.GetAttribute("role") is "presentation" or "none";

        public bool IsData => !IsLayout && _rows.Count >= 2 && Columns >= 2 && _longest <= LongestCell && _rows.Count(cells => cells == Columns) * 2 >= _rows.Count;

        private int Columns => _rows.Max();

        public void See(INode node)
        {
            switch (node)
            {
                case IText text:
                    _longest = Math.Max(_longest, _cell += text.Data.AsSpan().Trim().Length);
                    break;
                case IElement { LocalName: "tr" }:
                    _rows.Add(0);
                    break;
                case IElement { LocalName: "td" or "th" } when _rows.Count > 0:
                    _rows[^1]++;
                    _cell = 0;
                    break;
                case IElement { LocalName: "ul" or "ol" or "h1" or "h2" or "h3" or "blockquote" or "hr" }:
                    IsLayout = true;
                    break;
            }
        }
    }
}
