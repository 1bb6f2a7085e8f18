namespace Assistant.Retrieval.Text.Files;

/// <summary>What a file is, as far as its text goes.</summary>
public enum FileKind
{
    /// <summary>Nothing that text can be taken out of.</summary>
    Other,
    Text,
    Html,
    Calendar,
    Pdf,
    Word,
    Spreadsheet,
    Slides,
}

public static class FileKinds
{
    /// <summary>By its media type, or by its name where the type says nothing.</summary>
    public static FileKind Of(string? type, string? name)
    {
        var media = (type ?? "").Split(';')[0].Trim().ToLowerInvariant();
        var dot = name?.LastIndexOf('.') ?? -1;
        var ending = dot < 0 ? "" : name![(dot + 1)..].ToLowerInvariant();
        return (media, ending) switch
        {
            ("text/html" or "application/xhtml+xml", _) => FileKind.Html,
            ("text/calendar" or "application/ics", _) => FileKind.Calendar,
            ("application/pdf", _) => FileKind.Pdf,
            ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _) => FileKind.Word,
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _) => FileKind.Spreadsheet,
            ("application/vnd.openxmlformats-officedocument.presentationml.presentation", _) => FileKind.Slides,
            (_, "pdf") => FileKind.Pdf,
            (_, "docx") => FileKind.Word,
            (_, "xlsx") => FileKind.Spreadsheet,
            (_, "pptx") => FileKind.Slides,
            (_, "html" or "htm") => FileKind.Html,
            (_, "ics") => FileKind.Calendar,
            _ when media.StartsWith("text/", StringComparison.Ordinal) || media is "application/json" or "application/xml" => FileKind.Text,
            (_, "txt" or "csv" or "tsv" or "md" or "json" or "xml" or "log" or "yaml" or "yml") => FileKind.Text,
            _ => FileKind.Other,
        };
    }

    /// <summary>Whether a file of this kind may only be opened where its parser can do no harm: in a process of its own, under limits.</summary>
    public static bool NeedsIsolation(this FileKind kind) => kind is FileKind.Pdf or FileKind.Word or FileKind.Spreadsheet or FileKind.Slides;
}
