using System.Net;

namespace Assistant.GoogleSandbox.World.Files;

/// <summary>The smallest WordprocessingML package that word processors open: one paragraph a line.</summary>
internal static class DocxFile
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    private const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Of(string text)
    {
        var paragraphs = text.Split('\n').Select(line => $"<w:p><w:r><w:t xml:space=\"preserve\">{WebUtility.HtmlEncode(line)}</w:t></w:r></w:p>");
        return ZipFile.Of(
            ("[Content_Types].xml", $"{Xml}<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/word/document.xml\" ContentType=\"{MediaType}\"/></Types>"),
            ("_rels/.rels", $"{Xml}<Relationships xmlns=\"{Package}/relationships\">"
                + $"<Relationship Id=\"rId1\" Type=\"{Office}\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/document.xml", $"{Xml}<w:document xmlns:w=\"{Word}\"><w:body>{string.Concat(paragraphs)}</w:body></w:document>"));
    }
}
