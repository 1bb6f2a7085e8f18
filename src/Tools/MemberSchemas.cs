using System.Text.Json;

namespace Assistant.Tools;

/// <summary>What an object may hold, whether it is all the arguments of a call or one of them.</summary>
internal sealed class MemberSchemas
{
    private readonly Dictionary<string, ValueSchema> _named;
    private readonly IReadOnlyList<string> _required;
    private readonly ValueSchema? _others;

    public MemberSchemas(JsonElement schema, StringComparer comparer)
    {
        _named = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(property => property.Name, property => new ValueSchema(property.Value), comparer)
            : new(comparer);
        _required = schema.TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(name => name.GetString()!)] : [];
        _others = schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object ? new(others) : null;
    }

    public IReadOnlyCollection<string> Names => _named.Keys;

    public bool Has(string name) => _named.ContainsKey(name);

    /// <param name="prefix">Before the names of the members in what is said about them.</param>
    /// <param name="given">All of them; one that is null is one that is not given.</param>
    public string? Problem(string prefix, IEnumerable<KeyValuePair<string, JsonElement>> given)
    {
        var values = given.Where(member => member.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)).ToList();
        if (_required.FirstOrDefault(name => !values.Exists(member => _named.Comparer.Equals(member.Key, name))) is { } missing)
            return $"The argument '{prefix}{missing}' is missing: {_named[missing].Expectation}.";
        return values
            .Select(member => (_named.GetValueOrDefault(member.Key) ?? _others)?.Problem(prefix + member.Key, member.Value))
            .FirstOrDefault(problem => problem is not null);
    }
}
