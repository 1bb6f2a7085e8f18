using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World;

/// <summary>Text, its HTML and perhaps a file, in the order of RFC 2046: mixed around alternative.</summary>
internal sealed record MultipartSketch(FilePart? File = null)
{
    public MimePart With(params IReadOnlyList<MimePart> texts)
    {
        var body = texts.Count == 1 ? texts[0] : new Multipart("alternative", texts);
        return File is null ? body : new Multipart("mixed", body, File);
    }
}
