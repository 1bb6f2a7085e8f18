using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Description;

namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>A partial response: <c>fields=nextPageToken,messages(id,payload/headers)</c>, with <c>*</c> for every field of a level.</summary>
internal sealed class FieldMask
{
    private readonly Dictionary<string, FieldMask> _children = [];

    // Of "a,a/b" the wider one counts.
    private bool _whole;

    /// <exception cref="FormatException">The text does not follow the grammar.</exception>
    public static FieldMask Parse(string text)
    {
        var root = new FieldMask();
        var position = 0;
        ReadList(root, text, ref position);
        return position == text.Length ? root : throw new FormatException($"unexpected {text[position]} at {position}");
    }

    /// <summary>The first selected name that the schema does not have, or null.</summary>
    public string? Unknown(ApiFacts api, string schema) => Unknown(api, new FieldFacts { Schema = schema });

    public JsonNode? Apply(JsonNode? value) => value switch
    {
        _ when _whole => value?.DeepClone(),
        JsonArray items => new JsonArray([.. items.Select(Apply)]),
        JsonObject fields => Select(fields),
        _ => value?.DeepClone(),
    };

    private JsonObject Select(JsonObject fields)
    {
        var selected = new JsonObject();
        foreach (var (name, value) in fields)
        {
            if ((_children.GetValueOrDefault(name) ?? _children.GetValueOrDefault("*")) is { } child)
                selected[name] = child.Apply(value);
        }
        return selected;
    }

    private string? Unknown(ApiFacts api, FieldFacts facts)
    {
        while (facts.Items is { } items)
            facts = items;
        var fields = facts.Schema is { } schema ? api.Schemas[schema] : facts.Properties;
        foreach (var (name, child) in _children)
        {
            // A map's keys are free, and below * every field of the level is asked.
            var next = fields?.GetValueOrDefault(name) ?? facts.Values;
            if (name == "*")
                continue;
            if (next is null)
                return name;
            if (child.Unknown(api, next) is { } unknown)
                return unknown;
        }
        return null;
    }

    private static void ReadList(FieldMask into, string text, ref int position)
    {
        ReadPath(into, text, ref position);
        while (position < text.Length && text[position] == ',')
        {
            position++;
            ReadPath(into, text, ref position);
        }
    }

    private static void ReadPath(FieldMask into, string text, ref int position)
    {
        var start = position;
        while (position < text.Length && text[position] is not (',' or '/' or '(' or ')'))
            position++;
        var name = text[start..position].Trim();
        if (name.Length == 0)
            throw new FormatException($"a field name is missing at {start}");
        if (!into._children.TryGetValue(name, out var child))
            into._children[name] = child = new FieldMask();
        if (position == text.Length || text[position] is ',' or ')')
        {
            child._whole = true;
            return;
        }
        if (text[position] == '/')
        {
            position++;
            ReadPath(child, text, ref position);
        }
        else
        {
            position++;
            ReadList(child, text, ref position);
            if (position == text.Length || text[position] != ')')
                throw new FormatException("a ) is missing");
            position++;
        }
    }
}
