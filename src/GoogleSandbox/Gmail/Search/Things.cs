using System.Globalization;

namespace Assistant.GoogleSandbox.Gmail.Search;

/// <summary>What a message has: attachments, labels, links to documents, a size.</summary>
internal static class Things
{
    public static bool Has(SearchTarget target, string thing) => thing.ToLowerInvariant() switch
    {
        "attachment" => target.Text.HasAttachment,
        "userlabels" => HasUserLabel(target),
        "nouserlabels" => !HasUserLabel(target),
        "yellow-star" => target.Message.Has("STARRED"),
        "drive" => Links(target, "drive.google.com/") || Links(target, "docs.google.com/"),
        "document" => Links(target, "docs.google.com/document/"),
        "spreadsheet" => Links(target, "docs.google.com/spreadsheets/"),
        "presentation" => Links(target, "docs.google.com/presentation/"),
        "youtube" => Links(target, "youtube.com/") || Links(target, "youtu.be/"),
        _ => false,
    };

    /// <summary>A whole file name, its ending, or words of it.</summary>
    public static bool HasFile(SearchTarget target, string name)
    {
        var words = SearchText.Fold(name);
        return words.Length > 1 && target.Text.Filenames.Any(file => SearchText.Has(SearchText.Fold(file), words));
    }

    /// <summary>Bytes, with <c>K</c> or <c>M</c> for 2^10 and 2^20.</summary>
    public static long? ReadSize(string operand)
    {
        var factor = char.ToUpperInvariant(operand.Length > 0 ? operand[^1] : ' ') switch
        {
            'K' => 1L << 10,
            'M' => 1L << 20,
            _ => 1L,
        };
        var digits = factor == 1 ? operand : operand[..^1];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size < 1L << 40 ? size * factor : null;
    }

    private static bool HasUserLabel(SearchTarget target) => target.Mailbox.Labels.Any(label => label.IsUsers && target.Message.Has(label.Id));

    private static bool Links(SearchTarget target, string address) => target.Text.Source.Contains(address, StringComparison.OrdinalIgnoreCase);
}
