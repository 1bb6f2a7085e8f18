namespace Assistant.Retrieval.Text.Quotes;

/// <param name="Text">What is left, with single empty lines where something was taken out.</param>
/// <param name="Blocks">Quoted blocks taken out.</param>
internal readonly record struct FoldedText(string Text, int Blocks);

/// <summary>Takes the mails that a mail answers out of it. Forwarded mails stay, answers below or between quotes stay, and where nothing would be left
/// everything stays: such rules can be wrong, so the full text is always kept beside.</summary>
internal static class QuotedReply
{
    // A quote that an answer follows directly gives it its meaning, as long as it is short.
    private const int ShortQuoteLines = 8;
    private const int LongestAttribution = 400;

    public static FoldedText Fold(IReadOnlyList<TextLine> lines, bool isForward)
    {
        var (end, isRestQuoted) = EndOfConversation(lines, isForward);
        var blocks = Blocks(lines, end);
        var isInterleaved = blocks.Count(block => HasText(lines, block.End, end)) > 1;
        var folded = blocks.Where(block => !isInterleaved || block.End - block.Start > ShortQuoteLines || !HasText(lines, block.End, end)).ToList();
        if (isRestQuoted)
            folded.Add((end, lines.Count));
        var kept = Keep(lines, folded);
        return kept.Any(line => line.Length > 0) ? new(Tidy(kept), folded.Count) : new(Tidy(lines.Select(line => line.Text)), 0);
    }

    /// <summary>Where quotes are no longer looked for: at a forwarded mail, which is kept, or at a quoted mail that goes on to the end.</summary>
    private static (int End, bool IsRestQuoted) EndOfConversation(IReadOnlyList<TextLine> lines, bool isForward)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind == LineKind.Quote || line.IsEmpty)
                continue;
            if (QuoteWords.IsForwardMarker(line.Text))
                return (i, false);
            if (line.Kind == LineKind.QuotedRest || QuoteWords.IsOriginalSeparator(line.Text) || IsHeaderBlock(lines, i) || IsLoneAttribution(lines, i))
                return isForward ? (i, false) : (BeforeRule(lines, i), true);
        }

        return (lines.Count, false);
    }

    private static int BeforeRule(IReadOnlyList<TextLine> lines, int at)
    {
        var before = at - 1;
        while (before >= 0 && lines[before].IsEmpty)
            before--;
        return before >= 0 && lines[before].Text.Length >= 3 && lines[before].Text.AsSpan().Trim().IndexOfAnyExcept("_-*") < 0 ? before : at;
    }

    private static bool IsHeaderBlock(IReadOnlyList<TextLine> lines, int at) =>
        QuoteWords.IsFrom(lines[at].Text)
        && Enumerable.Range(at + 1, Math.Min(6, lines.Count - at - 1)).Any(i => QuoteWords.IsSent(lines[i].Text));

    /// <summary>"On (date) (name) (address) wrote:" above a mail that is not marked as quoted.</summary>
    private static bool IsLoneAttribution(IReadOnlyList<TextLine> lines, int at)
    {
        if (!QuoteWords.StartsAttribution(lines[at].Text) && lines[at].Kind != LineKind.Attribution)
            return false;
        for (var last = at; last < Math.Min(at + 3, lines.Count) && !lines[last].IsEmpty; last++)
        {
            var text = Join(lines, at, last);
            if (EndsLikeAttribution(text) && QuoteWords.HasWrote(text) && text.Contains('@', StringComparison.Ordinal) && text.Any(char.IsAsciiDigit))
                return !NextIsQuote(lines, last + 1);
        }

        return false;
    }

    private static bool NextIsQuote(IReadOnlyList<TextLine> lines, int from)
    {
        var next = from;
        while (next < lines.Count && lines[next].IsEmpty)
            next++;
        return next >= lines.Count || lines[next].Kind == LineKind.Quote || lines[next].Text.StartsWith('>');
    }

    private static List<(int Start, int End)> Blocks(IReadOnlyList<TextLine> lines, int end)
    {
        var blocks = new List<(int Start, int End)>();
        for (var i = 0; i < end; i++)
        {
            if (lines[i].IsEmpty || !IsQuote(lines[i], blocks, lines, i))
                continue;
            var last = i;
            for (var next = i; next < end && (lines[next].IsEmpty || lines[next].Kind == LineKind.Quote || lines[next].Text.StartsWith('>')); next++)
                last = lines[next].IsEmpty ? last : next;
            blocks.Add((AttributionAbove(lines, i) ?? i, last + 1));
            i = last;
        }

        return blocks;
    }

    /// <summary>A quotation in HTML that no mail program made counts only below an attribution.</summary>
    private static bool IsQuote(TextLine line, List<(int Start, int End)> blocks, IReadOnlyList<TextLine> lines, int at) =>
        line.Kind == LineKind.Quote || (line.Text.StartsWith('>') && (blocks.Count == 0 || blocks[^1].End <= at) && AttributionAbove(lines, at) is not null);

    private static int? AttributionAbove(IReadOnlyList<TextLine> lines, int quote)
    {
        var last = quote - 1;
        while (last >= 0 && quote - last <= 3 && lines[last].IsEmpty)
            last--;
        if (last < 0 || lines[last].IsEmpty || lines[last].Kind == LineKind.Quote)
            return null;
        if (lines[last].Kind == LineKind.Attribution)
        {
            while (last > 0 && lines[last - 1].Kind == LineKind.Attribution)
                last--;
            return last;
        }

        int? found = null;
        for (var first = last; first >= Math.Max(0, last - 3) && !lines[first].IsEmpty && lines[first].Kind != LineKind.Quote; first--)
        {
            var text = Join(lines, first, last);
            if (!IsAttribution(text))
                continue;
            found ??= first;
            if (QuoteWords.StartsAttribution(lines[first].Text))
                return first;
        }

        return found;
    }

    private static bool IsAttribution(string text) =>
        text.Length <= LongestAttribution
        && EndsLikeAttribution(text)
        && (QuoteWords.HasWrote(text) || (text.Contains('@', StringComparison.Ordinal) && text.Any(char.IsAsciiDigit)));

    private static bool EndsLikeAttribution(string text) => text.AsSpan().TrimEnd() is [.., ':' or '：'];

    private static string Join(IReadOnlyList<TextLine> lines, int first, int last) =>
        string.Join(' ', Enumerable.Range(first, last - first + 1).Select(i => lines[i].Text));

    private static bool HasText(IReadOnlyList<TextLine> lines, int from, int end)
    {
        var next = from;
        while (next < end && lines[next].IsEmpty)
            next++;
        return next < end && lines[next].Kind != LineKind.Quote;
    }

    private static List<string> Keep(IReadOnlyList<TextLine> lines, List<(int Start, int End)> folded)
    {
        var kept = new List<string>(lines.Count);
        var next = 0;
        foreach (var (start, end) in folded)
        {
            kept.AddRange(lines.Skip(next).Take(start - next).Select(line => line.Text));
            kept.Add("");
            next = end;
        }

        kept.AddRange(lines.Skip(next).Select(line => line.Text));
        return kept;
    }

    private static string Tidy(IEnumerable<string> lines)
    {
        var output = new List<string>();
        foreach (var line in lines)
        {
            if (line.Length > 0 || (output.Count > 0 && output[^1].Length > 0))
                output.Add(line);
        }

        return string.Join('\n', output).TrimEnd();
    }
}
