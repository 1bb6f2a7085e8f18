using Assistant.Retrieval.Text.Files;
using Assistant.Tools.Gmail.Files;

namespace Assistant.Tools.Tests.Google;

/// <summary>Opens the test's own harmless files here.</summary>
internal sealed class DirectExtractor : IFileExtractor
{
    public Task<string> ExtractAsync(FileKind kind, byte[] content, CancellationToken cancellationToken) => Task.FromResult(DocumentText.Read(kind, content, 1_000_000));
}
