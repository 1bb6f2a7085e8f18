using Assistant.Retrieval.Text.Files;

namespace Assistant.Tools.Gmail.Files;

/// <summary>Takes the text out of files whose parsers must not run in a process that serves people.</summary>
public interface IFileExtractor
{
    /// <exception cref="ToolFailure">The file is damaged, protected, too large, or took too long; says so for the person.</exception>
    Task<string> ExtractAsync(FileKind kind, byte[] content, CancellationToken cancellationToken);
}
