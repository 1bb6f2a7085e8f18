using Assistant.Tools.Compose;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>A signature's markdown as HTML. Each line stays a line; HTML in it is shown as text; links lead to the web or to an address.</summary>
internal static class SignatureHtml
{
    private const int Longest = 10_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseSoftlineBreakAsHardlineBreak().UseAutoLinks().DisableHtml().Build();

    /// <exception cref="ToolFailure">It is longer than Gmail takes, or a link leads elsewhere.</exception>
    public static string Of(string markdown) => MarkdownBody.Guarded(() => Render(markdown));

    private static string Render(string markdown)
    {
        if (markdown.Length > Longest)
            throw new ToolFailure("bad_argument", $"The argument 'signature' must be at most {Longest} characters.");
        var document = Markdown.Parse(markdown.Trim(), Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
            Check(link.Url, link.IsImage);
        foreach (var link in document.Descendants<AutolinkInline>())
            Check(link.IsEmail ? "mailto:" + link.Url : link.Url, isImage: false);
        return document.ToHtml(Pipeline).Trim();
    }

    private static void Check(string? url, bool isImage)
    {
        var allowed = Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (!isImage && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeMailto)));
        if (!allowed)
            throw new ToolFailure(
                "bad_argument",
                $"The signature's {(isImage ? "image" : "link")} '{url}' must be a whole {(isImage ? "https:" : "http:, https: or mailto:")} address.");
    }
}
