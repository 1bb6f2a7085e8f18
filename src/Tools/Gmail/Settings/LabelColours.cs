using System.Globalization;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>Colours of labels: Gmail allows only those of its palette (users.labels, LabelColor).</summary>
internal static class LabelColours
{
    private const string Palette = """
        000000 434343 666666 999999 cccccc efefef f3f3f3 ffffff fb4c2f ffad47 fad165 16a766
        43d692 4a86e8 a479e2 f691b3 f6c5be ffe6c7 fef1d1 b9e4d0 c6f3de c9daf8 e4d7f5 fcdee8
        efa093 ffd6a2 fce8b3 89d3b2 a0eac9 a4c2f4 d0bcf1 fbc8d9 e66550 ffbc6b fcda83 44b984
        68dfa9 6d9eeb b694e8 f7a7c0 cc3a21 eaa041 f2c960 149e60 3dc789 3c78d8 8e63ce e07798
        ac2b16 cf8933 d5ae49 0b804b 2a9c68 285bac 653e9b b65775 822111 a46a21 aa8831 076239
        1a764d 1c4587 41236d 83334c 464646 e7e7e7 0d3472 b6cff5 0d3b44 98d7e4 3d188e e3d7ff
        711a36 fbd3e0 8a1c0a f2b2a8 7a2e0b ffc8af 7a4706 ffdeb5 594c05 fbe983 684e07 fdedc1
        0b4f30 b3efd3 04502e a2dcc1 c2c2c2 4986e7 2da2bb b99aff 994a64 f691b2 ff7537 ffad46
        662e37 ebdbde cca6ac 094228 42d692 16a765
        """;

    private const string Names = """
        red fb4c2f, orange ffad47, yellow fad165, green 16a766, mint 43d692, blue 4a86e8, purple a479e2, pink f691b3, teal 2da2bb,
        brown 7a4706, grey 999999, black 000000, white ffffff, light red f6c5be, light orange ffe6c7, light yellow fef1d1,
        light green b9e4d0, light blue c9daf8, light purple e4d7f5, light pink fcdee8, light grey efefef, dark red 822111,
        dark orange a46a21, dark yellow aa8831, dark green 076239, dark blue 1c4587, dark purple 41236d, dark pink 83334c,
        dark grey 434343
        """;

    private static readonly HashSet<string> Allowed = [.. Palette.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(hex => "#" + hex)];

    private static readonly Dictionary<string, string> Named = Names.Split(
        [',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToDictionary(pair => pair[..^7], pair => "#" + pair[^6..], StringComparer.OrdinalIgnoreCase);

    /// <summary>The colour of a plain name or of a value of the palette, with black or white text, whichever is easier to read on it.</summary>
    /// <exception cref="ToolFailure">Gmail has no such colour.</exception>
    public static LabelColor Read(string colour)
    {
        var name = colour.Trim().Replace('_', ' ').Replace('-', ' ').Replace("gray", "grey", StringComparison.OrdinalIgnoreCase);
        var hex = Named.GetValueOrDefault(name) ?? name.ToLowerInvariant();
        if (!Allowed.Contains(hex))
        {
            var near = Rgb(hex) is { } rgb ? $" The nearest of its palette is {Nearest(rgb)}." : "";
            throw new ToolFailure("bad_argument", $"Gmail has no label colour '{colour}'.{near} Say one of {string.Join(", ", Named.Keys)}.");
        }

        return new LabelColor { BackgroundColor = hex, TextColor = Luminance(Rgb(hex)!.Value) > 0.35 ? "#000000" : "#ffffff" };
    }

    private static string Nearest((int Red, int Green, int Blue) wanted) => Allowed.MinBy(hex =>
    {
        var (red, green, blue) = Rgb(hex)!.Value;
        return ((red - wanted.Red) * (red - wanted.Red)) + ((green - wanted.Green) * (green - wanted.Green)) + ((blue - wanted.Blue) * (blue - wanted.Blue));
    })!;

    private static (int Red, int Green, int Blue)? Rgb(string hex) =>
        hex.Length == 7 && hex[0] == '#' && int.TryParse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            ? (value >> 16, (value >> 8) & 255, value & 255)
            : null;

    /// <summary>Relative luminance (WCAG 2.2), from 0 for black to 1 for white.</summary>
    private static double Luminance((int Red, int Green, int Blue) colour)
    {
        static double Linear(int channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        return (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));
    }
}
