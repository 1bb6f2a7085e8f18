using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Assistant.Conformance.Fixtures;

internal static class Samples
{
    /// <summary>One transparent pixel.</summary>
    public static byte[] Png { get; } =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");

    /// <summary>A RIFF header without samples.</summary>
    public static byte[] Wav { get; } = [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 64, 31, 0, 0, 64, 31, 0, 0, 1, 0, 8, 0, .. "data"u8, 0, 0, 0, 0];

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, McpJsonUtilities.DefaultOptions)!;

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, McpJsonUtilities.DefaultOptions);

    public static ElicitRequestParams Form(string message, string properties, string required) =>
        Read<ElicitRequestParams>(
            "{\"message\":" + JsonSerializer.Serialize(message) + ",\"requestedSchema\":{\"type\":\"object\",\"properties\":" + properties + ",\"required\":" + required + "}}");

    public static CreateMessageRequestParams Question(string text, int maxTokens) => new()
    {
        Messages = [new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = text }] }],
        MaxTokens = maxTokens,
    };
}
