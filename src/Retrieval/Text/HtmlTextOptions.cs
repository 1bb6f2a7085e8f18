namespace Assistant.Retrieval.Text;

/// <summary>Bounds of the work that one HTML body may cause.</summary>
public sealed record HtmlTextOptions
{
    public static HtmlTextOptions Default { get; } = new();

    /// <summary>Characters read, after images inside the HTML (data: addresses) were left out; what is beyond is cut.</summary>
    public int MaxCharacters { get; init; } = 1_000_000;

    /// <summary>After that the body is read by a plain tag stripper.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Deeper nesting is left to the tag stripper. Browsers stop at 512.</summary>
    public int MaxDepth { get; init; } = 512;

    /// <summary>A longer address is shortened for display; its scheme and host always stay.</summary>
    public int MaxLinkCharacters { get; init; } = 256;
}
