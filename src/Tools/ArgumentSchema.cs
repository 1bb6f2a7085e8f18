using System.Text.Json;

namespace Assistant.Tools;

/// <summary>A tool's input schema, read once: the part of JSON Schema that generated schemas use.</summary>
public sealed class ArgumentSchema
{
    private readonly Dictionary<string, ValueSchema> _properties;
    private readonly IReadOnlyList<string> _required;

    public ArgumentSchema(JsonElement inputSchema)
    {
        _properties = inputSchema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(property => property.Name, property => new ValueSchema(property.Value), StringComparer.Ordinal)
            : [];
        _required = inputSchema.TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(name => name.GetString()!)] : [];
    }

    /// <summary>What is wrong with the arguments, in one sentence that names the argument and what is allowed; null where nothing is.</summary>
    public string? Problem(IEnumerable<KeyValuePair<string, JsonElement>>? arguments)
    {
        var given = arguments?.Where(argument => argument.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)).ToList() ?? [];
        if (given.Find(argument => !_properties.ContainsKey(argument.Key)) is { Key: { } unknown })
            return $"There is no argument '{unknown}'. {Allowed()}";
        if (_required.FirstOrDefault(name => !given.Exists(argument => argument.Key == name)) is { } missing)
            return $"The argument '{missing}' is missing: {_properties[missing].Expectation}.";
        return given
            .Select(argument => _properties[argument.Key].Problem(argument.Key, argument.Value))
            .FirstOrDefault(problem => problem is not null);
    }

    private string Allowed() => _properties.Count == 0
        ? "This tool takes none."
        : $"The arguments are: {string.Join(", ", _properties.Keys)}.";
}
