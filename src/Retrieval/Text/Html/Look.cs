using AngleSharp.Dom;

namespace Assistant.Retrieval.Text.Html;

/// <summary>How text at a place of the document looks, as far as it decides whether a person sees it.</summary>
/// <param name="Gone">Not shown, and nothing inside can undo it: display, opacity, clipped, off-screen.</param>
/// <param name="Invisible"><c>visibility: hidden</c>; a child can be visible.</param>
/// <param name="Tiny">A font of at most one pixel; a child can be larger.</param>
/// <param name="Text">Its colour, or null where it is unknown.</param>
/// <param name="Background">The colour behind it, or null where it is unknown or an image.</param>
internal sealed record Look(bool Gone, bool Invisible, bool Tiny, CssColor? Text, CssColor? Background)
{
    private const double FarAway = -500;

    public static Look Page { get; } = new(false, false, false, CssColor.Black, CssColor.White);

    public bool IsHidden => Gone || Invisible || Tiny || (Text is { } text && Background is { } behind && text.IsSameAs(behind));

    public Look Inside(IElement element, Declarations? style)
    {
        var look = Attributes(element);
        return style is null ? look : look.Styled(style);
    }

    private Look Attributes(IElement element)
    {
        var look = element.HasAttribute("hidden") ? this with { Gone = true } : this;
        if (element.GetAttribute("bgcolor") is { } background)
            look = look with { Background = CssColor.Parse(background) };
        if (element.HasAttribute("background"))
            look = look with { Background = null };
        return element.LocalName == "font" && element.GetAttribute("color") is { } color ? look with { Text = CssColor.Parse(color) } : look;
    }

    public Look Styled(Declarations style) => this with
    {
        Gone = Gone || Hides(style),
        Invisible = style["visibility"] is { Length: > 0 } visibility ? visibility is "hidden" or "collapse" : Invisible,
        Tiny = FontPixels(style) is { } size ? size <= 1 : Tiny,
        Text = style["color"] is { Length: > 0 } color && !color.Equals("inherit", StringComparison.OrdinalIgnoreCase) ? Paint(color) : Text,
        Background = Behind(style),
    };

    /// <summary>The element and all inside it are not to be seen.</summary>
    public static bool Hides(Declarations style) =>
        style.Is("display", "none")
        || style["opacity"] is { Length: > 0 } opacity && Declarations.Length(opacity) <= 0.05
        || IsClosed(style)
        || style.Pixels("text-indent") <= FarAway
        || style.Pixels("margin-left") <= FarAway
        || style.Pixels("margin-top") <= FarAway
        || style["position"] is { Length: > 0 } && (style.Pixels("left") <= FarAway || style.Pixels("top") <= FarAway)
        || style["clip"].Replace("px", "", StringComparison.OrdinalIgnoreCase).StartsWith("rect(0", StringComparison.OrdinalIgnoreCase)
            && !style["clip"].Contains("auto", StringComparison.OrdinalIgnoreCase) && style["position"].Length > 0
        || style["clip-path"] is "inset(50%)" or "inset(100%)" or "circle(0)"
        || style["transform"].Replace(" ", "", StringComparison.Ordinal) is "scale(0)" or "scale(0,0)";

    private static bool IsClosed(Declarations style) =>
        style["overflow"].StartsWith("hidden", StringComparison.OrdinalIgnoreCase)
        && (style.Pixels("height") <= 1 || style.Pixels("max-height") <= 1 || style.Pixels("width") <= 1 || style.Pixels("max-width") <= 1);

    private static double? FontPixels(Declarations style)
    {
        if (style.Pixels("font-size") is { } size)
            return size;
        var sized = style["font"].Split(' ').FirstOrDefault(part => part.Length > 0 && char.IsAsciiDigit(part[0]) && (part == "0" || !part.All(char.IsAsciiDigit)));
        return sized is null ? null : Declarations.Length(sized.Split('/')[0]);
    }

    private static CssColor? Paint(string color) =>
        color.Equals("transparent", StringComparison.OrdinalIgnoreCase) ? null : CssColor.Parse(color);

    private CssColor? Behind(Declarations style)
    {
        var (shorthand, color) = (style["background"], style["background-color"]);
        if (shorthand.Contains("url(", StringComparison.OrdinalIgnoreCase) || shorthand.Contains("gradient", StringComparison.OrdinalIgnoreCase)
            || style["background-image"] is { Length: > 0 } image && !image.Equals("none", StringComparison.OrdinalIgnoreCase))
            return null;
        var set = color.Length > 0 ? color : shorthand;
        if (set.Length == 0 || set.StartsWith("none", StringComparison.OrdinalIgnoreCase) || set.Contains("transparent", StringComparison.OrdinalIgnoreCase)
            || set.Contains("inherit", StringComparison.OrdinalIgnoreCase))
            return Background;
        return CssColor.Parse(set) ?? set.Split(' ').Select(CssColor.Parse).FirstOrDefault(parsed => parsed is not null);
    }
}
