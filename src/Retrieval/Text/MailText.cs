namespace Assistant.Retrieval.Text;

/// <summary>A mail's body as text.</summary>
/// <param name="Text">What its author wrote, without the mails it answers. Markdown where the body was HTML.</param>
/// <param name="Full">With quoted replies, in the order of the mail.</param>
/// <param name="QuotedBlocks">How many quoted blocks <paramref name="Text"/> leaves out.</param>
/// <param name="HiddenCharacters">Characters of text that the author hid from people (styles, comments) and that was left out of both.</param>
/// <param name="InvisibleCharacters">Zero width, bidi, tag and control characters that were removed.</param>
/// <param name="Reading">How far the body could be read.</param>
public sealed record MailText(string Text, string Full, int QuotedBlocks, int HiddenCharacters, int InvisibleCharacters, BodyReading Reading)
{
    public static MailText Empty { get; } = new("", "", 0, 0, 0, BodyReading.Whole);

    /// <summary>A text/plain body.</summary>
    /// <param name="body">The decoded body.</param>
    /// <param name="flowed"><c>format=flowed</c> of its Content-Type (RFC 3676).</param>
    /// <param name="deleteSpace"><c>delsp=yes</c> of its Content-Type.</param>
    /// <param name="subject">Tells a forwarded mail, which is kept whole, from a reply.</param>
    public static MailText FromPlain(string body, bool flowed = false, bool deleteSpace = false, string? subject = null)
    {
        var clean = PlainText.Read(body, flowed, deleteSpace);
        var folded = Quotes.QuotedReply.Fold(Quotes.TextLine.FromPlain(clean.Text), Quotes.QuoteWords.IsForward(subject));
        return new(folded.Text, clean.Text, folded.Blocks, 0, clean.Removed, BodyReading.Whole);
    }

    /// <summary>A text/html body.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; a body that takes too long does not throw.</exception>
    public static MailText FromHtml(
        string html, string? subject, HtmlTextOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var read = HtmlText.Read(html, options, time, cancellationToken);
        var folded = Quotes.QuotedReply.Fold(read.Lines, Quotes.QuoteWords.IsForward(subject));
        var full = string.Join('\n', read.Lines.Select(line => line.Text));
        return new(folded.Text, full, folded.Blocks, read.HiddenCharacters, read.InvisibleCharacters, read.Reading);
    }
}

public enum BodyReading
{
    Whole,

    /// <summary>It was longer than is read.</summary>
    Cut,

    /// <summary>It took too long or was nested too deeply: tags were stripped without looking at the layout.</summary>
    Stripped,
}
