using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Description;

/// <summary>Whether a JSON body has only the fields of its schema, each of its type.</summary>
internal sealed class BodyCheck(ApiFacts api)
{
    /// <summary>What is wrong with the body, or null.</summary>
    public string? Complaint(string schema, JsonObject body) => Object(api.Schemas[schema], body, schema);

    private string? Object(IReadOnlyDictionary<string, FieldFacts> fields, JsonObject value, string where)
    {
        foreach (var (name, child) in value)
        {
            if (!fields.TryGetValue(name, out var facts))
                return $"{where} has no field {name}";
            if (Value(facts, child, $"{where}.{name}") is { } complaint)
                return complaint;
        }
        return null;
    }

    private string? Value(FieldFacts facts, JsonNode? value, string where)
    {
        // A null clears a field in a patch.
        if (value is null || facts.Type == "any")
            return null;
        if (facts.Schema is { } schema)
            return value is JsonObject referred ? Object(api.Schemas[schema], referred, where) : $"{where} must be an object";
        return (facts.Type, value) switch
        {
            ("array", JsonArray items) => items.Select((item, i) => Value(facts.Items!, item, $"{where}[{i}]")).FirstOrDefault(wrong => wrong is not null),
            ("object", JsonObject map) when facts.Properties is { } properties => Object(properties, map, where),
            ("object", JsonObject map) => map.Select(pair => Value(facts.Values!, pair.Value, $"{where}.{pair.Key}")).FirstOrDefault(wrong => wrong is not null),
            ("array" or "object", _) => $"{where} must be of type {facts.Type}",
            (_, JsonValue scalar) => Scalar(facts, scalar) is { } wrong ? $"{where} {wrong}" : null,
            _ => $"{where} must be of type {facts.Type}",
        };
    }

    private static string? Scalar(FieldFacts facts, JsonValue value)
    {
        var kind = value.GetValueKind();
        // 64-bit numbers travel as strings; Google takes both.
        var fits = facts.Type switch
        {
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "integer" or "number" => kind == JsonValueKind.Number,
            _ => kind == JsonValueKind.String || (kind == JsonValueKind.Number && facts.Format is "int64" or "uint64"),
        };
        if (!fits)
            return $"must be of type {facts.Type}";
        var text = kind == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        return facts.Enum is { } allowed && !allowed.Contains(text)
            ? $"must be one of {string.Join(", ", allowed)}"
            : ValueCheck.Complaint(facts.Type, facts.Format, text);
    }
}
