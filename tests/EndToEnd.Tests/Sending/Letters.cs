using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Sending;

/// <summary>Calls of <c>gmail_send</c> and the answers to the questions they lead to.</summary>
internal static class Letters
{
    public static JsonObject To(string address, string subject = "Hello", string? key = null) => new()
    {
        ["account"] = "work",
        ["to"] = new JsonArray(address),
        ["subject"] = subject,
        ["body"] = "Good day.",
        ["idempotency_key"] = key,
    };

    /// <summary>The result of a call that ends in a question.</summary>
    public static async Task<JsonObject> QuestionAsync(this IWire wire, JsonObject arguments, string tool = "gmail_send")
    {
        var text = await wire.CallAsync(1, tool, arguments);
        var result = JsonNode.Parse(text)!["result"]?.AsObject();
        Assert.True(result?["resultType"]?.GetValue<string>() == "input_required", text);
        return result!;
    }

    public static string State(this JsonObject question) => question["requestState"]!.GetValue<string>();

    /// <summary>The same call again, with the person's answer.</summary>
    public static Task<string> AnswerAsync(this IWire wire, JsonObject arguments, string state, string action = "accept", string tool = "gmail_send") =>
        wire.AskAsync(2, "tools/call", new JsonObject
        {
            ["name"] = tool,
            ["arguments"] = arguments.DeepClone(),
            ["requestState"] = state,
            ["inputResponses"] = new JsonObject { ["agreement"] = new JsonObject { ["action"] = action, ["content"] = new JsonObject() } },
        });

    public static string? StateOf(string answer) => JsonNode.Parse(answer)!["result"]?["structuredContent"]?["state"]?.GetValue<string>();

    public static bool IsRefusal(string answer) => JsonNode.Parse(answer)!["result"]?["isError"]?.GetValue<bool>() is true;
}
