using System.CommandLine;
using System.Text.Json;
using Assistant.Server.Transports;
using Assistant.TokenStore;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Commands;

internal static class CallCommand
{
    public static Command Create(CommonOptions common)
    {
        var tool = new Argument<string>("tool") { Description = "Name of the tool; 'assistant tools' lists them." };
        var arguments = new Argument<string?>("json") { Arity = ArgumentArity.ZeroOrOne, Description = "Arguments as a JSON object; '-' reads them from standard input." };
        var command = new Command(
            "call",
            """
            Call a tool as a client would, through the same checks and the same audit log.

            Examples:
              assistant call account_list
              assistant call gmail_search '{"query":"is:unread newer_than:7d"}'
              assistant call gmail_search '{"query":"from:anna"}' --json
              assistant call get_templates --toolsets writing
            """)
        {
            tool,
            arguments,
            common.Json,
            common.Toolsets,
        };
        return command.Does(common, async (context, cancellationToken) =>
        {
            var given = await ReadAsync(context.Parsed.GetValue(arguments), context.Console.In, cancellationToken);
            var user = await context.UserAsync(cancellationToken);
            var lease = await context.Get<ICallers>().FromUserAsync(user.Name, cancellationToken) ?? throw new CliException($"There is no user '{user.Name}' any more.");
            await using var session = await InProcessSession.StartAsync(context.Services, lease, cancellationToken);
            try
            {
                var request = new CallToolRequestParams { Name = context.Parsed.GetValue(tool)!, Arguments = given };
                return await PrintAsync(context, await session.Client.CallToolAsync(request, cancellationToken));
            }
            catch (McpProtocolException refused)
            {
                throw new CliException(refused.Message.Replace("Request failed (remote): ", "", StringComparison.Ordinal));
            }
        });
    }

    private static async Task<int> PrintAsync(CliContext context, CallToolResult result)
    {
        if (context.WantsJson)
            await context.SayAsync(JsonSerializer.Serialize(result, McpJsonUtilities.DefaultOptions));
        else
            await (result.IsError is true ? context.Console.Error : context.Console.Out).WriteLineAsync(string.Join("\n", result.Content.OfType<TextContentBlock>().Select(block => block.Text)));
        return result.IsError is true ? ExitCode.Failed : ExitCode.Ok;
    }

    private static async Task<Dictionary<string, JsonElement>> ReadAsync(string? json, TextReader input, CancellationToken cancellationToken)
    {
        if (json == "-")
            json = await input.ReadToEndAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(json))
            return [];
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? [];
        }
        catch (JsonException problem)
        {
            throw new CliException($"The arguments are not a JSON object: {problem.Message} Give something like '{{\"query\":\"is:unread\"}}'.", ExitCode.Usage);
        }
    }
}
