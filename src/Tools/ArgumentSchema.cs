using System.Text.Json;

namespace Assistant.Tools;

/// <summary>A tool's input schema, read once: the part of JSON Schema that generated schemas use.</summary>
public sealed class ArgumentSchema(JsonElement inputSchema)
{
    private readonly MemberSchemas _arguments = new(inputSchema, StringComparer.Ordinal);

    /// <summary>What is wrong with the arguments, in one sentence that names the argument, what is allowed and what was given; null where nothing is.</summary>
    public string? Problem(IEnumerable<KeyValuePair<string, JsonElement>>? arguments)
    {
        var given = arguments?.Where(argument => argument.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)).ToList() ?? [];
        return given.Find(argument => !_arguments.Has(argument.Key)) is { Key: { } unknown }
            ? $"There is no argument '{unknown}'. {Allowed()}"
            : _arguments.Problem("", given);
    }

    private string Allowed() => _arguments.Names.Count == 0
        ? "This tool takes none."
        : $"The arguments are: {string.Join(", ", _arguments.Names)}.";
}
