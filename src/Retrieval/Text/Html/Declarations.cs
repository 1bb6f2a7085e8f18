using System.Buffers;
using System.Globalization;

namespace Assistant.Retrieval.Text.Html;

/// <summary>CSS declarations by property, of the properties that can hide text.</summary>
internal sealed class Declarations
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "display", "visibility", "opacity", "font", "font-size", "color", "background", "background-color", "background-image", "text-indent", "position",
        "left", "top", "margin-left", "margin-top", "height", "width", "max-height", "max-width", "overflow", "clip", "clip-path", "transform",
    };

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("+-.0123456789");

    private readonly Dictionary<string, (string Value, bool Important)> _values = new(StringComparer.OrdinalIgnoreCase);

    public string this[string property] => _values.TryGetValue(property, out var found) ? found.Value : "";

    public static Declarations Parse(string css)
    {
        var declarations = new Declarations();
        foreach (var declaration in css.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !Known.Contains(declaration[..colon].Trim()))
                continue;
            var value = declaration[(colon + 1)..].Trim();
            var important = value.IndexOf('!', StringComparison.Ordinal);
            declarations.Set(declaration[..colon].Trim(), important < 0 ? value : value[..important].TrimEnd(), important >= 0);
        }

        return declarations;
    }

    /// <summary>Those of <paramref name="other"/> win, except over important ones.</summary>
    public void Merge(Declarations other)
    {
        foreach (var (property, (value, important)) in other._values)
            Set(property, value, important);
    }

    public bool Is(string property, string value) => this[property].Equals(value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The length in pixels, roughly; null where the property is missing or is no length.</summary>
    public double? Pixels(string property) => Length(this[property]);

    public static double? Length(string value)
    {
        var digits = value.AsSpan().IndexOfAnyExcept(NumberCharacters);
        var number = digits < 0 ? value : value[..digits];
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount))
            return null;
        return digits < 0 ? amount : value.AsSpan(digits).Trim() switch
        {
            "em" or "rem" or "ex" or "ch" or "vw" or "vh" => amount * 16,
            "%" => amount * 0.16,
            _ => amount,
        };
    }

    private void Set(string property, string value, bool important)
    {
        if (important || !_values.TryGetValue(property, out var old) || !old.Important)
            _values[property] = (value, important);
    }
}
