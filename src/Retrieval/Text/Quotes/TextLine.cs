namespace Assistant.Retrieval.Text.Quotes;

internal enum LineKind
{
    Text,

    /// <summary>Of the mail that is being answered.</summary>
    Quote,

    /// <summary>"On ... wrote:", marked as such by the mail program.</summary>
    Attribution,

    /// <summary>The first line of a quoted mail that goes on to the end.</summary>
    QuotedRest,
}

internal readonly record struct TextLine(string Text, LineKind Kind)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>Lines of a plain text, where a leading &gt; is a quote.</summary>
    public static IReadOnlyList<TextLine> FromPlain(string text) =>
        [.. text.Split('\n').Select(line => new TextLine(line, line.StartsWith('>') ? LineKind.Quote : LineKind.Text))];
}
