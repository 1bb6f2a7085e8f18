using System.CommandLine;
using Assistant.Server.Transports;
using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Assistant.Server.Commands;

internal static class ServeCommand
{
    public static Command Create(CommonOptions common)
    {
        var stdio = new Option<bool>("--stdio") { Description = "Speak MCP on standard input and output, for one user." };
        var http = new Option<string?>("--http") { HelpName = "URL", Description = "Speak streamable HTTP at URL/mcp, for everyone who has a key." };
        var toolsets = new Option<string?>("--toolsets") { HelpName = "A,B", Description = "Toolsets to offer. 'assistant tools' shows them." };
        var command = new Command(
            "serve",
            """
            Serve MCP clients until they leave or Ctrl-C.

            Examples:
              assistant serve --stdio --user ada
              assistant serve --http http://127.0.0.1:8085
            """)
        {
            stdio,
            http,
            toolsets,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(stdio) == (result.GetValue(http) is not null))
                result.AddError("Give either --stdio or --http URL.");
        });
        return command.Does(common, async (context, cancellationToken) =>
        {
            if (context.Parsed.GetValue(toolsets)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { } chosen)
                context.Options = context.Options with { Toolsets = chosen };
            if (context.Parsed.GetValue(http) is { } url)
                return await HttpAsync(url, context.Options, cancellationToken);
            await context.Get<TokenStoreStartup>().CheckAsync(cancellationToken);
            var user = await context.UserAsync(cancellationToken);
            return await StdioHost.RunAsync(context.Services, user.Name, cancellationToken);
        });
    }

    private static async Task<int> HttpAsync(string url, AssistantOptions options, CancellationToken cancellationToken)
    {
        await using var server = HttpHost.Build(new HttpHostOptions { Urls = [url] }, services => services.AddAssistant(options));
        await server.Services.GetRequiredService<TokenStoreStartup>().CheckAsync(cancellationToken);
        await server.StartAsync(cancellationToken);
        await server.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Ok;
    }
}
