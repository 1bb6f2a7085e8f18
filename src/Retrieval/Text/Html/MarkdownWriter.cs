using System.Buffers;
using System.Text;
using Assistant.Retrieval.Text.Quotes;

namespace Assistant.Retrieval.Text.Html;

/// <summary>Builds lines of markdown: collapses white space, keeps blocks apart, puts the marks of quotes and lists in front.</summary>
internal sealed class MarkdownWriter
{
    // Deeper levels look the same: a prefix that grows with the nesting would make the output grow with its square.
    private const int MaxLevels = 8;

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\r\f\u00A0\u2800");

    private readonly List<TextLine> _lines = [];
    private readonly StringBuilder _line = new();
    private readonly List<LinkMark> _marks = [];
    private int _breaks;
    private bool _space;
    private string _bullet = "";
    private bool _nextStartsQuotedRest;
    private LineKind _lineKind;

    public int QuoteDepth { get; set; }

    public int ListDepth { get; set; }

    public LineKind Kind { get; set; }

    public IReadOnlyList<TextLine> Lines
    {
        get
        {
            EndLine(0);
            return _lines;
        }
    }

    /// <summary>What follows starts a new line (1) or a new block (2).</summary>
    public void Break(int lines) => _breaks = Math.Max(_breaks, lines);

    public void Bullet(string bullet)
    {
        Break(1);
        _bullet = bullet;
    }

    /// <summary>The next line, and all after it, is the mail that is being answered.</summary>
    public void StartQuotedRest()
    {
        Break(1);
        _nextStartsQuotedRest = true;
    }

    public void Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var blank = WhiteSpace(text);
            _space |= blank > 0;
            text = text[blank..];
            var word = text.IndexOfAny(Blanks);
            if (word < 0)
                word = text.Length;
            if (word > 0)
                Append(text[..word]);
            text = text[word..];
        }
    }

    /// <summary>Text whose line ends and spaces count (pre).</summary>
    public void Preformatted(string text)
    {
        var first = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!first)
                NewLine();
            first = false;
            if (!line.IsEmpty)
                Append(line);
        }
    }

    /// <summary>A line end of the text itself (br): two of them are an empty line.</summary>
    public void NewLine()
    {
        if (_line.Length == 0 || _breaks > 0)
            _breaks = 2;
        else
            Break(1);
        _space = false;
    }

    public void Space() => _space = true;

    public LinkMark Mark()
    {
        var mark = new LinkMark();
        _marks.Add(mark);
        return mark;
    }

    /// <summary>The text written since the mark, or null where it is empty or more than one line.</summary>
    public string? Since(LinkMark mark)
    {
        _marks.Remove(mark);
        return mark.Line == _lines.Count && mark.Line >= 0 ? _line.ToString(mark.Column, _line.Length - mark.Column) : null;
    }

    public void ReplaceSince(LinkMark mark, string text)
    {
        _line.Length = mark.Column;
        _line.Append(text);
    }

    private void Append(ReadOnlySpan<char> word)
    {
        if (_breaks > 0 && (_line.Length > 0 || _lines.Count > 0))
            EndLine(_breaks);
        _breaks = 0;
        if (_line.Length == 0)
            StartLine();
        else if (_space)
            _line.Append(' ');
        _space = false;
        foreach (var mark in _marks.Where(mark => mark.Line < 0))
            (mark.Line, mark.Column) = (_lines.Count, _line.Length);
        _line.Append(word);
    }

    private void StartLine()
    {
        for (var i = 0; i < Math.Min(QuoteDepth, MaxLevels); i++)
            _line.Append("> ");
        _line.Append(' ', 2 * Math.Max(0, Math.Min(ListDepth, MaxLevels) - 1));
        _line.Append(_bullet.Length > 0 || ListDepth == 0 ? _bullet : "  ");
        _bullet = "";
        _lineKind = _nextStartsQuotedRest ? LineKind.QuotedRest : Kind;
        _nextStartsQuotedRest = false;
    }

    private void EndLine(int breaks)
    {
        if (_line.Length > 0)
        {
            _lines.Add(new TextLine(_line.ToString(), _lineKind));
            _line.Clear();
        }

        if (breaks > 1 && _lines.Count > 0 && _lines[^1].Text.Length > 0)
            _lines.Add(new TextLine("", Kind));
    }

    private static int WhiteSpace(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(Blanks);
        return end < 0 ? text.Length : end;
    }
}

/// <summary>Where a link's text begins: known with its first word.</summary>
internal sealed class LinkMark
{
    public int Line { get; set; } = -1;

    public int Column { get; set; }
}
