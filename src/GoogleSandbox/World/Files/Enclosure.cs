using System.Text;
using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World.Files;

/// <summary>A file to attach, told by its name's ending; its text becomes the file's content.</summary>
internal sealed record Enclosure(string Name, string Text)
{
    public FilePart ToPart() => Path.GetExtension(Name) switch
    {
        ".pdf" => new FilePart("application/pdf", Name, PdfFile.Of(Text)),
        ".docx" => new FilePart("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Name, DocxFile.Of(Text)),
        ".png" => new FilePart("image/png", Name, PngFile.Gradient(64, 48)),
        ".csv" => new FilePart("text/csv; charset=utf-8", Name, Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n"))),
        ".ics" => new FilePart("application/ics", Name, Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n"))),
        _ => new FilePart("application/octet-stream", Name, Encoding.UTF8.GetBytes(Text)),
    };
}
