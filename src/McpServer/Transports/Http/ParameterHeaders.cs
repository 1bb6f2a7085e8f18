using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Assistant.Server.Transports.Http;

/// <summary>Arguments that a tool's schema marks with <c>x-mcp-header</c> travel as <c>Mcp-Param-*</c> headers too, with the same value.</summary>
internal static class ParameterHeaders
{
    public static Refusal? Check(IHeaderDictionary headers, JsonObject parameters, Func<string, JsonObject?> inputSchemaOf)
    {
        if (ProtocolEra.Text(parameters["name"]) is not { } tool || inputSchemaOf(tool) is not { } properties)
            return null;
        var arguments = parameters["arguments"] as JsonObject;
        foreach (var (property, schema) in properties)
        {
            if (ProtocolEra.Text((schema as JsonObject)?["x-mcp-header"]) is not { } suffix)
                continue;
            var argument = arguments?[property];
            var header = headers["Mcp-Param-" + suffix];
            if (!Same(argument, header.Count == 0 ? null : header.ToString()))
                return VersionHeader.Mismatch($"The Mcp-Param-{suffix} header is not the argument '{property}'.");
        }

        return null;
    }

    private static bool Same(JsonNode? argument, string? header)
    {
        if (argument is null || header is null)
            return argument is null && header is null;
        return HeaderValue.Decode(header) is { } value && argument.GetValueKind() switch
        {
            JsonValueKind.String => value == argument.GetValue<string>(),
            JsonValueKind.True => value == "true",
            JsonValueKind.False => value == "false",
            JsonValueKind.Number => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && decimal.TryParse(argument.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var expected)
                && number == expected,
            _ => false,
        };
    }
}
