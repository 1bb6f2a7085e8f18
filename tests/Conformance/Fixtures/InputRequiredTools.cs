using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Conformance.Fixtures;

/// <summary>Tools whose first answer is a question (SEP-2322).</summary>
[McpServerToolType]
internal sealed class InputRequiredTools
{
    private static readonly byte[] SealKey = RandomNumberGenerator.GetBytes(32);

    private static readonly InputRequest Name = Ask("What is your name?", "name", "string");
    private static readonly InputRequest Confirm = Ask("Please confirm", "ok", "boolean");
    private static readonly InputRequest Roots = InputRequest.ForRootsList(new ListRootsRequestParams());

    [McpServerTool(Name = "test_input_required_result_elicitation"), Description("Asks for a name.")]
    public static string Elicitation(RequestContext<CallToolRequestParams> context) =>
        Answer(context, "user_name") is { } answer && Text(answer, "name") is { } name ? $"Hello, {name}!" : throw Required(("user_name", Name));

    [McpServerTool(Name = "test_input_required_result_sampling"), Description("Asks the client's model.")]
    public static string Sampling(RequestContext<CallToolRequestParams> context) =>
        Answer(context, "capital_question") is { } answer
            ? answer.Deserialize(InputResponse.CreateMessageResultJsonTypeInfo)!.Content.OfType<TextContentBlock>().First().Text
            : throw Required(("capital_question", InputRequest.ForSampling(Samples.Question("What is the capital of France?", 100))));

    [McpServerTool(Name = "test_input_required_result_list_roots"), Description("Asks for the roots.")]
    public static string ListRoots(RequestContext<CallToolRequestParams> context) =>
        Answer(context, "client_roots") is { } answer
            ? string.Join(", ", answer.Deserialize(InputResponse.ListRootsResultJsonTypeInfo)!.Roots.Select(root => root.Uri))
            : throw Required(("client_roots", Roots));

    [McpServerTool(Name = "test_input_required_result_request_state"), Description("Hands out a state and takes it back.")]
    public static string RequestState(RequestContext<CallToolRequestParams> context) => Sealed(context, "state-ok");

    [McpServerTool(Name = "test_input_required_result_tampered_state"), Description("Refuses a state that was changed.")]
    public static string TamperedState(RequestContext<CallToolRequestParams> context) => Sealed(context, "state-ok");

    [McpServerTool(Name = "test_input_required_result_multiple_inputs"), Description("Asks three things at once.")]
    public static string MultipleInputs(RequestContext<CallToolRequestParams> context) =>
        Answer(context, "user_name") is not null && Answer(context, "greeting") is not null && Answer(context, "client_roots") is not null
            ? "All three answered."
            : throw Required(
                "three",
                ("user_name", Name),
                ("greeting", InputRequest.ForSampling(Samples.Question("Generate a greeting", 50))),
                ("client_roots", Roots));

    [McpServerTool(Name = "test_input_required_result_multi_round"), Description("Asks twice, one after the other.")]
    public static string MultiRound(RequestContext<CallToolRequestParams> context) => context.Params.RequestState switch
    {
        "round-2" => "Both rounds answered.",
        "round-1" => throw Required("round-2", ("step2", Ask("Step 2: What is your favorite color?", "color", "string"))),
        _ => throw Required("round-1", ("step1", Ask("Step 1: What is your name?", "name", "string"))),
    };

    [McpServerTool(Name = "test_input_required_result_capabilities"), Description("Asks only what the client can answer.")]
    public static string Capabilities(RequestContext<CallToolRequestParams> context)
    {
        if (context.Params.InputResponses is { Count: > 0 })
            return "Answered.";
        var can = context.JsonRpcRequest.Context?.ClientCapabilities;
        var requests = new List<(string, InputRequest)>();
        if (can?.Sampling is not null)
            requests.Add(("question", InputRequest.ForSampling(Samples.Question("What is the capital of France?", 100))));
        if (can?.Elicitation is not null)
            requests.Add(("user_name", Name));
        if (can?.Roots is not null)
            requests.Add(("client_roots", Roots));
        return requests.Count == 0 ? "The client can answer nothing." : throw Required([.. requests]);
    }

    private static string Sealed(RequestContext<CallToolRequestParams> context, string text)
    {
        if (context.Params.RequestState is not { } state)
            throw Required(Seal("asked"), ("confirm", Confirm));
        return state == Seal("asked") ? text : throw new McpProtocolException("The requestState was changed.", McpErrorCode.InvalidParams);
    }

    private static string Seal(string value) => $"{value}.{Convert.ToHexString(HMACSHA256.HashData(SealKey, Encoding.UTF8.GetBytes(value)))}";

    internal static InputRequest Ask(string message, string property, string type) =>
        InputRequest.ForElicitation(Samples.Form(message, $"{{\"{property}\":{{\"type\":\"{type}\"}}}}", $"[\"{property}\"]"));

    internal static string? Text(InputResponse answer, string property) =>
        answer.Deserialize(InputResponse.ElicitResultJsonTypeInfo)?.Content is { } content && content.TryGetValue(property, out var value) ? value.ToString() : null;

    private static InputResponse? Answer(RequestContext<CallToolRequestParams> context, string key) =>
        context.Params.InputResponses is { } answers && answers.TryGetValue(key, out var answer) ? answer : null;

    private static InputRequiredException Required(params (string Key, InputRequest Request)[] requests) => Required(null, requests);

    private static InputRequiredException Required(string? state, params (string Key, InputRequest Request)[] requests) =>
        new(requests.ToDictionary(request => request.Key, request => request.Request), state);
}
