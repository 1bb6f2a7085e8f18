using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Drawing = DocumentFormat.OpenXml.Drawing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Retrieval.Text.Files;

/// <summary>
/// The text of PDF and Office files. Parsers of such formats can be driven into endless work by a hostile file: call it only in a process that may be
/// ended.
/// </summary>
public static class DocumentText
{
    private const long LargestUnpacked = 200_000_000;
    private const int MostPages = 500;

    /// <param name="kind">A kind that needs isolation.</param>
    /// <param name="content">The file.</param>
    /// <param name="longest">Characters at most; the rest is left out.</param>
    /// <exception cref="InvalidDataException">It is damaged, encrypted or too large; the message is for the person.</exception>
    public static string Read(FileKind kind, byte[] content, int longest)
    {
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            return kind switch
            {
                FileKind.Pdf => Pdf(content, longest),
                FileKind.Word => Office(stream, () => Paragraphs(stream), longest),
                FileKind.Spreadsheet => Office(stream, () => Rows(stream), longest),
                FileKind.Slides => Office(stream, () => Slides(stream), longest),
                _ => throw new ArgumentOutOfRangeException(nameof(kind)),
            };
        }
        catch (Exception failure) when (failure is not (InvalidDataException or ArgumentOutOfRangeException or OutOfMemoryException))
        {
            throw new InvalidDataException(
                failure.GetType().Name.Contains("Encrypted", StringComparison.Ordinal) ? "The file is protected by a password." : "The file is damaged or not of its kind.", failure);
        }
    }

    private static string Pdf(byte[] content, int longest)
    {
        using var document = PdfDocument.Open(content);
        var text = new StringBuilder();
        for (var number = 1; number <= Math.Min(document.NumberOfPages, MostPages) && text.Length < longest; number++)
        {
            if (number > 1)
                text.Append("\n\n");
            text.Append(ContentOrderTextExtractor.GetText(document.GetPage(number)).Trim());
        }

        return text.ToString();
    }

    private static string Office(MemoryStream stream, Func<IEnumerable<string>> lines, int longest)
    {
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (archive.Entries.Sum(entry => entry.Length) > LargestUnpacked)
                throw new InvalidDataException("The file unpacks to more than is read.");
        }

        stream.Position = 0;
        var text = new StringBuilder();
        foreach (var line in lines())
        {
            text.Append(line).Append('\n');
            if (text.Length > longest)
                break;
        }

        return text.ToString();
    }

    private static IEnumerable<string> Paragraphs(Stream stream)
    {
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        foreach (var paragraph in document.MainDocumentPart?.Document?.Body?.Descendants<Word.Paragraph>() ?? [])
        {
            yield return string.Concat(paragraph.Descendants().Select(node => node switch
            {
                Word.Text text => text.Text,
                Word.TabChar => "\t",
                Word.Break => "\n",
                _ => "",
            }));
        }
    }

    private static IEnumerable<string> Rows(Stream stream)
    {
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var book = document.WorkbookPart;
        var shared = book?.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        foreach (var sheet in book?.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            yield return $"# {sheet.Name}";
            if (sheet.Id?.Value is not { } id || book!.GetPartById(id) is not WorksheetPart part)
                continue;
            foreach (var row in part.Worksheet?.Descendants<Row>() ?? [])
                yield return string.Join(" | ", row.Elements<Cell>().Select(cell => Value(cell, shared)));
        }
    }

    private static string Value(Cell cell, List<string> shared)
    {
        var text = cell.CellValue?.InnerText ?? cell.InnerText;
        return cell.DataType?.Value == CellValues.SharedString && int.TryParse(text, out var index) && index >= 0 && index < shared.Count ? shared[index] : text;
    }

    private static IEnumerable<string> Slides(Stream stream)
    {
        using var document = PresentationDocument.Open(stream, isEditable: false);
        var number = 0;
        foreach (var slide in document.PresentationPart?.SlideParts ?? [])
        {
            yield return $"# {++number}";
            foreach (var paragraph in slide.Slide?.Descendants<Drawing.Paragraph>() ?? [])
                yield return string.Concat(paragraph.Descendants<Drawing.Text>().Select(text => text.Text));
        }
    }
}
