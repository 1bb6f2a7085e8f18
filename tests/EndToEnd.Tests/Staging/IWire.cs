using System.Text.Json.Nodes;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>Bare JSON-RPC over one transport: a test sees and chooses every byte.</summary>
internal interface IWire
{
    /// <summary>Sends one request and returns the answer's text, exactly as it came.</summary>
    Task<string> AskAsync(int id, string method, JsonObject? parameters = null);
}

internal static class Wires
{
    public static Task<string> CallAsync(this IWire wire, int id, string tool, JsonObject? arguments = null) =>
        wire.AskAsync(id, "tools/call", new JsonObject { ["name"] = tool, ["arguments"] = arguments?.DeepClone() ?? new JsonObject() });

    /// <summary>The text of the result of a call that has to succeed.</summary>
    public static async Task<JsonNode> ResultAsync(this IWire wire, string tool, JsonObject? arguments = null)
    {
        var answer = await wire.CallAsync(1, tool, arguments);
        var result = JsonNode.Parse(answer)!["result"];
        Assert.True(result is not null && result["isError"]?.GetValue<bool>() is not true, answer);
        return result["structuredContent"]!;
    }

    /// <summary>The result of a request that has to succeed.</summary>
    public static async Task<JsonNode> AnswerAsync(this IWire wire, string method, JsonObject? parameters = null)
    {
        var answer = await wire.AskAsync(1, method, parameters);
        var result = JsonNode.Parse(answer)!["result"];
        Assert.True(result is not null, answer);
        return result;
    }

    /// <summary>The words of a call that has to fail with a result that a model can read.</summary>
    public static async Task<string> FailureAsync(this IWire wire, string tool, JsonObject? arguments = null)
    {
        var answer = await wire.CallAsync(1, tool, arguments);
        var result = JsonNode.Parse(answer)!["result"];
        Assert.True(result?["isError"]?.GetValue<bool>() is true, answer);
        return (string)result["content"]![0]!["text"]!;
    }
}
