using System.Text.Json;
using Assistant.Server.Transports;
using Assistant.Tools;
using Assistant.Tools.Models;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

// Clients of today lend their model in this way only; the revision that deprecates it keeps it until 2027-07 at least.
#pragma warning disable MCP9005

namespace Assistant.Server.Filters;

/// <summary>What a client's model was asked to write, and wrote.</summary>
internal static class Sampling
{
    /// <summary>
    /// Asks a client of the handshake era here: the SDK would, too, but fails the whole call where the client refuses. Each round has a scope of its own, as
    /// a call that comes again has.
    /// </summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Filter(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        async (request, cancellationToken) =>
        {
            try
            {
                return await next(request, cancellationToken);
            }
            catch (InputRequiredException question) when (IsForUsToAsk(request.Server, question.Result))
            {
                request.Params.InputResponses = await AskAsync(request, question.Result.InputRequests!, cancellationToken);
                request.Params.RequestState = question.Result.RequestState;
                await using var scope = request.Services!.CreateAsyncScope();
                request.Services = scope.ServiceProvider;
                return await Filter(next)(request, cancellationToken);
            }
        };

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

    private static bool IsForUsToAsk(McpServer server, InputRequiredResult asked) =>
        ProtocolEra.HasHandshake(server.NegotiatedProtocolVersion ?? "")
        && asked.InputRequests is { Count: > 0 } questions
        && questions.Values.All(question => question.Method == RequestMethods.SamplingCreateMessage);

    /// <summary>The answers that came in time; who refuses is left out, like who says nothing.</summary>
    private static async Task<Dictionary<string, InputResponse>> AskAsync(
        RequestContext<CallToolRequestParams> request, IDictionary<string, InputRequest> questions, CancellationToken cancellationToken)
    {
        var services = request.Services!;
        using var patience = new CancellationTokenSource(services.GetRequiredService<WritingSettings>().Patience, services.GetRequiredService<TimeProvider>());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var answers = await Task.WhenAll(questions.Select(async question => (question.Key, Answer: await AskAsync(request.Server, question.Value, either.Token))));
        cancellationToken.ThrowIfCancellationRequested();
        return answers.Where(one => one.Answer is not null).ToDictionary(one => one.Key, one => one.Answer!, StringComparer.Ordinal);
    }

    private static async Task<InputResponse?> AskAsync(McpServer client, InputRequest question, CancellationToken cancellationToken)
    {
        try
        {
            return InputResponse.FromSamplingResult(await client.SampleAsync(question.SamplingParams!, cancellationToken));
        }
        catch (Exception refusal) when (refusal is McpException or JsonException or OperationCanceledException)
        {
            return null;
        }
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
