using System.Globalization;
using System.Text.Json;

namespace Assistant.Tools;

/// <summary>The schema of one argument or of one item of a list.</summary>
internal sealed class ValueSchema
{
    private readonly string? _type;
    private readonly string? _description;
    private readonly IReadOnlyList<string> _choices;
    private readonly double? _minimum;
    private readonly double? _maximum;
    private readonly int? _minItems;
    private readonly int? _maxItems;
    private readonly ValueSchema? _items;

    public ValueSchema(JsonElement schema)
    {
        _type = schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        _description = schema.TryGetProperty("description", out var description) ? description.GetString() : null;
        _choices = schema.TryGetProperty("enum", out var choices)
            ? [.. choices.EnumerateArray().Where(choice => choice.ValueKind == JsonValueKind.String).Select(choice => choice.GetString()!)]
            : [];
        _minimum = Number(schema, "minimum");
        _maximum = Number(schema, "maximum");
        _minItems = (int?)Number(schema, "minItems");
        _maxItems = (int?)Number(schema, "maxItems");
        _items = schema.TryGetProperty("items", out var items) ? new ValueSchema(items) : null;
    }

    /// <summary>What a right value is, in words.</summary>
    public string Expectation => _type switch
    {
        "string" when _choices.Count > 0 => $"one of {string.Join(", ", _choices)}",
        "string" => "a text",
        "integer" => "a whole number" + Between(),
        "number" => "a number" + Between(),
        "boolean" => "true or false",
        "array" => $"a list{Items()}{(_items is null ? "" : $", each {_items.Expectation}")}",
        "object" => "an object",
        _ => "a value",
    };

    public string? Problem(string name, JsonElement value)
    {
        if (!Fits(value))
            return $"The argument '{name}' must be {Expectation}{Form(value)}.";
        return _type == "array" && _items is not null
            ? value.EnumerateArray().Select((item, index) => _items.Problem($"{name}[{index}]", item)).FirstOrDefault(problem => problem is not null)
            : null;
    }

    // A list or an object in place of a text is often the right content: its description says how it is written.
    private string Form(JsonElement value) =>
        _type == "string" && _description is not null && value.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? $" ({_description})" : "";

    private bool Fits(JsonElement value) => _type switch
    {
        "string" => value.ValueKind == JsonValueKind.String && (_choices.Count == 0 || _choices.Contains(value.GetString()!)),
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole) && InRange(whole),
        "number" => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && InRange(number),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() >= (_minItems ?? 0) && value.GetArrayLength() <= (_maxItems ?? int.MaxValue),
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => true,
    };

    private bool InRange(double value) => value >= (_minimum ?? double.MinValue) && value <= (_maximum ?? double.MaxValue);

    private string Between() => (_minimum, _maximum) switch
    {
        ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $" from {low} to {high}"),
        ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $" of at least {low}"),
        (null, { } high) => string.Create(CultureInfo.InvariantCulture, $" of at most {high}"),
        _ => "",
    };

    private string Items() => (_minItems, _maxItems) switch
    {
        ({ } low, { } high) => $" of {low} to {high}",
        ({ } low, null) => $" of at least {low}",
        (null, { } high) => $" of at most {high}",
        _ => "",
    };

    private static double? Number(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.TryGetDouble(out var number) ? number : null;
}
