using System.Globalization;
using System.Text.Json;

namespace Assistant.Tools;

/// <summary>The schema of one argument, of one item of a list, or of one member of an object.</summary>
internal sealed class ValueSchema
{
    private const int LongestEcho = 40;

    private readonly string? _type;
    private readonly string? _description;
    private readonly IReadOnlyList<string> _choices;
    private readonly Limits _value;
    private readonly Limits _length;
    private readonly Limits _count;
    private readonly ValueSchema? _items;
    private readonly MemberSchemas? _members;

    public ValueSchema(JsonElement schema)
    {
        _type = schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        _description = schema.TryGetProperty("description", out var description) ? description.GetString() : null;
        _choices = schema.TryGetProperty("enum", out var choices)
            ? [.. choices.EnumerateArray().Where(choice => choice.ValueKind == JsonValueKind.String).Select(choice => choice.GetString()!)]
            : [];
        _value = new(Number(schema, "minimum"), Number(schema, "maximum"));
        _length = new(Number(schema, "minLength"), Number(schema, "maxLength"));
        _count = new(Number(schema, "minItems"), Number(schema, "maxItems"));
        _items = schema.TryGetProperty("items", out var items) ? new ValueSchema(items) : null;
        // Names inside an object are read without regard to case.
        _members = _type == "object" ? new(schema, StringComparer.OrdinalIgnoreCase) : null;
    }

    /// <summary>What a right value is, in words.</summary>
    public string Expectation => _type switch
    {
        "string" when _choices.Count > 0 => $"one of {string.Join(", ", _choices)}",
        "string" => "a text" + (_length.Say("of ") is { Length: > 0 } length ? length + " characters" : ""),
        "integer" => "a whole number" + _value.Say("from "),
        "number" => "a number" + _value.Say("from "),
        "boolean" => "true or false",
        "array" => $"a list{_count.Say("of ")}{(_items is null ? "" : $", each {_items.Expectation}")}",
        "object" => "an object",
        _ => "a value",
    };

    public string? Problem(string name, JsonElement value)
    {
        if (!IsOfType(value))
            return $"The argument '{name}' must be {Expectation}{Form(value)}.";
        if (Beyond(value) is { } given)
            return $"The argument '{name}' must be {Expectation}, not {given}.";
        return value.ValueKind switch
        {
            JsonValueKind.Array when _items is not null =>
                value.EnumerateArray().Select((item, index) => _items.Problem($"{name}[{index}]", item)).FirstOrDefault(problem => problem is not null),
            JsonValueKind.Object => _members?.Problem(name + ".", value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value))),
            _ => null,
        };
    }

    // A list or an object in place of a text is often the right content: its description says how it is written.
    private string Form(JsonElement value) =>
        _type == "string" && _description is not null && value.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? $" ({_description})" : "";

    private bool IsOfType(JsonElement value) => _type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => true,
    };

    /// <summary>What was given, in words, where it is outside the limits.</summary>
    private string? Beyond(JsonElement value) => _type switch
    {
        "string" when _choices.Count > 0 => _choices.Contains(value.GetString()!) ? null : $"'{Shortened(value.GetString()!)}'",
        // JSON Schema counts code points.
        "string" when !_length.IsNone => _length.Beyond(value.GetString()!.EnumerateRunes().Count()),
        "integer" or "number" => _value.Beyond(value.GetDouble()) is null ? null : Shortened(value.GetRawText()),
        "array" => _count.Beyond(value.GetArrayLength()),
        _ => null,
    };

    private static string Shortened(string text) => text.Length > LongestEcho ? text[..LongestEcho] + "..." : text;

    private static double? Number(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.TryGetDouble(out var number) ? number : null;

    private readonly record struct Limits(double? Least, double? Most)
    {
        public bool IsNone => Least is null && Most is null;

        /// <summary>The number, where it is outside.</summary>
        public string? Beyond(double number) => number < Least || number > Most ? number.ToString(CultureInfo.InvariantCulture) : null;

        /// <param name="between">Before two limits, such as "from ".</param>
        public string Say(string between) => (Least, Most) switch
        {
            ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $" {between}{low} to {high}"),
            ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $" of at least {low}"),
            (null, { } high) => string.Create(CultureInfo.InvariantCulture, $" of at most {high}"),
            _ => "",
        };
    }
}
