using System.CommandLine;
using System.CommandLine.Invocation;
using Assistant.Server.GoogleLogin;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

/// <summary>Runs one command line: parse, run, one clear line for whatever went wrong.</summary>
internal static class Cli
{
    public const string DebugVariable = "ASSISTANT_DEBUG";

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliConsole console, CancellationToken cancellationToken)
    {
        // An argument that begins with @ is a domain, not a file of arguments.
        var parsed = CommandTree.Build(console).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var invocation = new InvocationConfiguration
        {
            Output = console.Out,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        if (args.Count == 0)
        {
            await CommandTree.Build(console).Parse(["--help"]).InvokeAsync(invocation, cancellationToken);
            await console.Error.WriteLineAsync("No command was given: choose one of these.");
            return ExitCode.Usage;
        }
        if (parsed.Action is ParseErrorAction wrong)
        {
            wrong.ShowHelp = false;
            await parsed.InvokeAsync(invocation, cancellationToken);
            await console.Error.WriteLineAsync("Add --help to see what is allowed.");
            return ExitCode.Usage;
        }
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (Exception problem)
        {
            await console.Error.WriteLineAsync(console.Variable(DebugVariable) == "1" ? problem.ToString() : OneLine(problem));
            return problem is CliException failed ? failed.ExitCode : ExitCode.Failed;
        }
    }

    private static string OneLine(Exception problem)
    {
        var message = problem.Message.Split(" (Parameter '")[0].ReplaceLineEndings(" ");
        return IsExpected(problem) ? message : $"Unexpected {problem.GetType().Name}: {message} Set {DebugVariable}=1 to see where.";
    }

    private static bool IsExpected(Exception problem) => problem
        is CliException or LoginFailedException or WrongGoogleException or OAuthClientMissingException or TokenEndpointException
        or StoreUnavailableException or NicknameTakenException or ReconnectNeededException or RefreshUnavailableException or SealBrokenException
        or ArgumentException or IOException or UnauthorizedAccessException;
}
