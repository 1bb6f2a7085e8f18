using System.Text.Json.Serialization;

namespace Assistant.GoogleSandbox.Description;

/// <summary>What Google's description says of one field of a JSON body.</summary>
internal sealed record FieldFacts
{
    public string? Type { get; init; }

    public string? Format { get; init; }

    public IReadOnlyList<string>? Enum { get; init; }

    /// <summary>Of an array's elements.</summary>
    public FieldFacts? Items { get; init; }

    public IReadOnlyDictionary<string, FieldFacts>? Properties { get; init; }

    /// <summary>Of a map's values, whose keys are free.</summary>
    public FieldFacts? Values { get; init; }

    /// <summary>Name of the schema that describes it.</summary>
    [JsonPropertyName("ref")]
    public string? Schema { get; init; }
}
