using System.Text.Json;
using Assistant.Tools;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

// Clients of today lend their model in this way only; the revision that deprecates it keeps it until 2027-07 at least.
#pragma warning disable MCP9005

namespace Assistant.Server.Filters;

/// <summary>What a client's model was asked to write, and wrote.</summary>
internal static class Sampling
{
    public static bool IsOffered(McpServer server) => server.ClientCapabilities?.Sampling is not null;

    /// <summary>By the names of what was asked; what is no answer is left out.</summary>
    public static Dictionary<string, SampledText> Answers(CallToolRequestParams parameters)
    {
        var samples = new Dictionary<string, SampledText>(StringComparer.Ordinal);
        foreach (var (name, response) in parameters.InputResponses ?? new Dictionary<string, InputResponse>())
        {
            if (name.StartsWith(ToolRequest.SamplePrefix, StringComparison.Ordinal) && Read(response) is { } sample)
                samples[name] = sample;
        }

        return samples;
    }

    private static SampledText? Read(InputResponse? response)
    {
        try
        {
            return response?.Deserialize(InputResponse.CreateMessageResultJsonTypeInfo) is { Content: { } content } result
                ? new(string.Concat(content.OfType<TextContentBlock>().Select(block => block.Text)), result.Model, result.StopReason == "maxTokens")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
