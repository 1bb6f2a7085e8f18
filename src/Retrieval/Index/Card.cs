using System.Text.Json;

namespace Assistant.Retrieval.Index;

/// <summary>What is shown of a document without its text.</summary>
public sealed record Card(string Title, IReadOnlyList<Party> From, IReadOnlyList<Party> To, bool HasAttachment, string Beginning)
{
    /// <summary>Characters of the text that are kept also where bodies are not.</summary>
    public const int BeginningLength = 300;

    internal static string Write(IndexDocument document) => JsonSerializer.Serialize(new Card(
        document.Title, document.From, [.. document.To.Take(20)], document.HasAttachment, Text.PassageText.Take(document.Text, 0, BeginningLength).Text));

    internal static Card Read(string json) => JsonSerializer.Deserialize<Card>(json)!;
}
