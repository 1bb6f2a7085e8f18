using System.Globalization;

namespace Assistant.Retrieval.Text.Html;

/// <summary>A colour of CSS, as far as telling text from its background needs it.</summary>
internal readonly record struct CssColor(int Red, int Green, int Blue)
{
    public static CssColor Black { get; } = new(0, 0, 0);

    public static CssColor White { get; } = new(255, 255, 255);

    private static readonly Dictionary<string, CssColor> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["white"] = White,
        ["black"] = Black,
        ["snow"] = new(255, 250, 250),
        ["ivory"] = new(255, 255, 240),
        ["whitesmoke"] = new(245, 245, 245),
        ["ghostwhite"] = new(248, 248, 255),
        ["red"] = new(255, 0, 0),
        ["green"] = new(0, 128, 0),
        ["blue"] = new(0, 0, 255),
        ["gray"] = new(128, 128, 128),
        ["grey"] = new(128, 128, 128),
        ["silver"] = new(192, 192, 192),
        ["yellow"] = new(255, 255, 0),
        ["navy"] = new(0, 0, 128),
        ["orange"] = new(255, 165, 0),
    };

    /// <summary>Nobody can read one on the other.</summary>
    public bool IsSameAs(CssColor other) =>
        Math.Abs(Red - other.Red) <= 8 && Math.Abs(Green - other.Green) <= 8 && Math.Abs(Blue - other.Blue) <= 8;

    /// <summary>Null for what is transparent or not understood.</summary>
    public static CssColor? Parse(string value)
    {
        var text = value.Trim();
        if (Names.TryGetValue(text, out var named))
            return named;
        if (text.StartsWith('#'))
            return Hex(text[1..]);
        if (text.Length == 6 && Hex(text) is { } bare)
            return bare;
        if (!text.StartsWith("rgb", StringComparison.OrdinalIgnoreCase))
            return null;
        var parts = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')')
            .Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 3 && Channel(parts[0]) is { } red && Channel(parts[1]) is { } green && Channel(parts[2]) is { } blue && !(parts.Length > 3 && IsZero(parts[3]))
            ? new(red, green, blue)
            : null;
    }

    private static CssColor? Hex(string digits)
    {
        if (digits.Length is 3 or 4)
            digits = string.Concat(digits.Take(3).Select(digit => $"{digit}{digit}"));
        return digits.Length is 6 or 8 && int.TryParse(digits.AsSpan(0, 6), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new(rgb >> 16, (rgb >> 8) & 255, rgb & 255)
            : null;
    }

    private static int? Channel(string part) => int.TryParse(part, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static bool IsZero(string part) => double.TryParse(part.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value < 0.05;
}
