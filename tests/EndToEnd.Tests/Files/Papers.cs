using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Assistant.EndToEnd.Tests.Files;

/// <summary>Files as people attach them, and as nobody should.</summary>
internal static class Papers
{
    public static byte[] Word(params IEnumerable<string> paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Select(text => new Paragraph(
                new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text))))));
        }

        return stream.ToArray();
    }

    public static byte[] Spreadsheet(params string[] cells)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(new Row(cells.Select(cell => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(cell)) }))));
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = "Costs", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        }

        return stream.ToArray();
    }

    public static byte[] Pdf(string text)
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(600, 800).AddText(text, 12, new PdfPoint(40, 700), builder.AddStandard14Font(Standard14Font.Helvetica));
        return builder.Build();
    }

    /// <summary>A Word file whose text is a gigabyte of nothing.</summary>
    public static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 1_000; i++)
                entry.Write(zeros);
        }

        return stream.ToArray();
    }

    /// <summary>A PDF whose objects lead to each other for ever and ever deeper.</summary>
    public static byte[] Maze() => Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n3 0 obj" + new string('[', 200_000)
        + "\nendobj\ntrailer<</Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF");
}
