using Assistant.GoogleSandbox.Gmail.Mime;
using Assistant.GoogleSandbox.Gmail.Search;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>What never changes of a message; parsed when first needed.</summary>
internal sealed class MessageContent(byte[] raw)
{
    private readonly Lazy<MimePart> _root = new(() => MimeReader.Read(raw));

    public byte[] Raw { get; } = raw;

    public MimePart Root => _root.Value;

    public string Snippet => field ??= Snippets.Of(Root);

    public SearchDocument Search => field ??= new SearchDocument(Root);

    public string? MessageId => Root.Header("Message-ID")?.Trim();

    public string Subject => field ??= EncodedWords.Decode(Root.Header("Subject") ?? "");

    /// <summary>Message-IDs that it answers, the nearest first.</summary>
    public IEnumerable<string> Ancestors
        => $"{Root.Header("References")} {Root.Header("In-Reply-To")}"
            .Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Reverse();
}
