using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Filters;

/// <summary>Tells a tool what its call brings beside arguments: the answer to an earlier question, whether the client can ask, and which call this is.</summary>
internal static class ToolRequests
{
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Filter(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        (request, cancellationToken) =>
        {
            request.Services!.GetRequiredService<CurrentCall>().Brings(new ToolRequest(
                Digest(request.Params.Name, request.Params.Arguments), CanAsk(request.Server), request.Params.RequestState, Answer(request.Params))
            {
                CanSample = Sampling.IsOffered(request.Server),
                Sampled = Sampling.Answers(request.Params),
            });
            return next(request, cancellationToken);
        };

    /// <summary>Equal for equal arguments in whatever order, in hex.</summary>
    public static string Digest(string tool, IDictionary<string, JsonElement>? arguments)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in (arguments ?? new Dictionary<string, JsonElement>()).OrderBy(argument => argument.Key, StringComparer.Ordinal))
            {
                // An argument that is null is one that is not given.
                if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
                    continue;
                writer.WritePropertyName(name);
                Write(writer, value);
            }

            writer.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(tool + '\n'), .. buffer.ToArray()]));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member.Value);
            }

            writer.WriteEndObject();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                Write(writer, item);
            writer.WriteEndArray();
        }
        else
            value.WriteTo(writer);
    }

    /// <summary>A client that did not say that it can ask (elicitation, as a form) is never asked.</summary>
    private static bool CanAsk(McpServer server) => server.ClientCapabilities?.Elicitation is { } elicitation && (elicitation.Form is not null || elicitation.Url is null);

    /// <summary>Yes only where the person accepted; whatever else came back is no.</summary>
    private static bool? Answer(CallToolRequestParams parameters)
    {
        if (parameters.InputResponses?.TryGetValue(ToolRequest.QuestionKey, out var response) is not true || response is null)
            return null;
        try
        {
            return response.Deserialize(InputResponse.ElicitResultJsonTypeInfo)?.IsAccepted ?? false;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
