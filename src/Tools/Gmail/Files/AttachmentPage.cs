using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Files;

/// <param name="Name">As its sender named it.</param>
/// <param name="Type">Media type.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Text">The part of its text that fits; written by other people.</param>
/// <param name="Resource">URI of its bytes.</param>
/// <param name="Note">Why there is no text.</param>
/// <param name="NextCursor">For the rest.</param>
public sealed record AttachmentPage(
    string? Name = null, string? Type = null, int? Size = null, string? Text = null, string? Resource = null, string? Note = null, string? NextCursor = null) : IToolResult
{
    public string ToText() =>
        UntrustedText.Fence($"{Name} ({Type}, {Size} bytes)\n\n{Text}") + (Note is null ? "" : "\n" + Note) + $"\nBytes: {Resource}" + (NextCursor is null ? "" : $"\nMore: cursor {NextCursor}");
}
