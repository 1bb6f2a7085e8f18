using System.CommandLine;
using System.Security.Cryptography;
using Assistant.Server.GoogleLogin;
using Assistant.Server.Transports;
using Assistant.TokenStore;
using Assistant.Tools;
using Assistant.Tools.Agreements;
using Assistant.Tools.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Assistant.Server.Commands;

internal static class ServeCommand
{
    private static readonly TimeSpan BackgroundDelay = TimeSpan.FromSeconds(1);

    public static Command Create(CommonOptions common)
    {
        var stdio = new Option<bool>("--stdio") { Description = "Speak MCP on standard input and output, for one user." };
        var http = new Option<string?>("--http") { HelpName = "URL", Description = "Speak streamable HTTP at URL/mcp, for everyone who has a key." };
        var hosting = new HostingOptions();
        var level = new Option<PermissionLevel?>("--level")
        {
            HelpName = "LEVEL",
            Description = $"The most that any client may do: read, organise, draft or send. {PolicySettings.Level} sets it too. Default: send.",
        };
        var command = new Command(
            "serve",
            """
            Serve MCP clients until they leave or Ctrl-C.

            Examples:
              assistant serve --stdio --user ada
              assistant serve --stdio --user ada --level draft
              assistant serve --http http://127.0.0.1:8085
              assistant serve --http http://127.0.0.1:8085 --public-host mcp.example.org --trusted-proxy 127.0.0.1
              assistant serve --http https://0.0.0.0:443 --public-host mcp.example.org --certificate server.pem --certificate-key key.pem
            """)
        {
            stdio,
            http,
            common.Toolsets,
            level,
        };
        hosting.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(stdio) == (result.GetValue(http) is not null))
                result.AddError("Give either --stdio or --http URL.");
        });
        return command.Does(common, async (context, cancellationToken) =>
        {
            if (context.Parsed.GetValue(level) is { } most)
                context.Options = context.Options with { Policy = context.Options.Policy with { Level = most } };
            if (context.Parsed.GetValue(http) is { } url)
                return await HttpAsync(hosting.Read(url, context.Parsed), context, cancellationToken);
            await context.Get<TokenStoreStartup>().CheckAsync(cancellationToken);
            DataFolderBinding.Claim(context.Options.DataFolder, context.Options.Google);
            // A client waits for this start: a name that was given is verified once, where the caller is.
            var user = context.GivenUser ?? (await context.UserAsync(cancellationToken)).Name;
            return await WithBackgroundAsync(context, user, stop => StdioHost.RunAsync(context.Services, user, stop), cancellationToken);
        });
    }

    /// <summary>What is due goes out and the indexes follow the mailboxes while the client is there; mail that is under way when it leaves is finished first.</summary>
    private static async Task<int> WithBackgroundAsync(CliContext context, string user, Func<CancellationToken, Task<int>> serve, CancellationToken cancellationToken)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // The client waits for the first answer; this can wait a second longer.
        var background = Task.Run(
            async () =>
            {
                await Task.Delay(BackgroundDelay, context.Get<TimeProvider>(), leaving.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                var indexing = context.Options.KeepsIndexes ? context.Get<IndexWorker>().RunAsync(user, leaving.Token) : Task.CompletedTask;
                await context.Get<OutboxWorker>().RunAsync(leaving.Token);
                await indexing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            },
            CancellationToken.None);
        try
        {
            return await serve(cancellationToken);
        }
        finally
        {
            await leaving.CancelAsync();
            await background;
        }
    }

    private static async Task<int> HttpAsync(HttpHostOptions hosting, CliContext context, CancellationToken cancellationToken)
    {
        await using var server = AsUsage(() => HttpHost.Build(hosting, services => services.AddAssistant(context.Options)));
        var startup = server.Services.GetRequiredService<TokenStoreStartup>();
        await startup.CheckAsync(cancellationToken);
        DataFolderBinding.Claim(context.Options.DataFolder, context.Options.Google);
        // Nobody waits for this start: what a stdio server leaves to the first question is made now.
        server.Services.GetRequiredService<ToolCatalogue>();
        await server.StartAsync(cancellationToken);
        var endpoints = string.Join(", ", server.Urls.Select(url => url + HttpHost.McpPath));
        await context.Console.Error.WriteLineAsync($"Serving {endpoints} for everyone who has a key. Ctrl-C ends it.");
        await server.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Ok;
    }

    /// <summary>What the options have built, or which of them is wrong.</summary>
    private static T AsUsage<T>(Func<T> build)
    {
        try
        {
            return build();
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            throw new CliException(wrong.Message, ExitCode.Usage);
        }
        catch (CryptographicException wrong)
        {
            throw new CliException($"The file of --certificate cannot be used: {wrong.Message}", ExitCode.Usage);
        }
    }
}
