using System.Text;
using Assistant.GoogleSandbox.Gmail.Mime;

namespace Assistant.GoogleSandbox.Gmail.Search;

/// <summary>The folded texts of a message that a query looks into.</summary>
internal sealed class SearchDocument
{
    private readonly MimePart _root;
    private readonly string _everything;

    public SearchDocument(MimePart root)
    {
        _root = root;
        var texts = root.SelfAndDescendants().Where(part => !part.IsAttachment && part.MimeType is "text/plain" or "text/html").ToList();
        Source = string.Join('\n', texts.Select(part => Encoding.UTF8.GetString(part.Content)));
        Filenames = [.. root.SelfAndDescendants().Where(part => part.Filename.Length > 0).Select(part => part.Filename)];
        HasAttachment = root.SelfAndDescendants().Any(IsShownAsAttachment);
        Subject = Folded("Subject");
        From = Folded("From");
        Cc = Folded("Cc");
        Bcc = Folded("Bcc");
        To = Folded("To") + Cc + Bcc;
        var body = string.Concat(texts.Select(part => SearchText.Fold(BodyText.OfPart(part))));
        _everything = string.Join('\n', Subject, From, To, SearchText.Fold(string.Join(" . ", Filenames)), body);
    }

    public string Subject { get; }

    public string From { get; }

    /// <summary>All recipients: Gmail's <c>to:</c> finds copies too.</summary>
    public string To { get; }

    public string Cc { get; }

    public string Bcc { get; }

    public IReadOnlyList<string> Filenames { get; }

    public bool HasAttachment { get; }

    /// <summary>The body as written, links included.</summary>
    public string Source { get; }

    public bool HasWords(string phrase) => SearchText.Has(_everything, phrase);

    public string Folded(string header)
        => SearchText.Fold(string.Join(" . ", _root.Headers
            .Where(one => one.Name.Equals(header, StringComparison.OrdinalIgnoreCase))
            .Select(one => EncodedWords.Decode(one.Value))));

    // A picture inside the text is no attachment to a person.
    private static bool IsShownAsAttachment(MimePart part)
        => part.IsAttachment
            && part.Filename.Length > 0
            && (part.Header("Content-ID") is null || new HeaderParameters(part.Header("Content-Disposition") ?? "").Value == "attachment");
}
