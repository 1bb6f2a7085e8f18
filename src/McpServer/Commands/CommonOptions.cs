using System.CommandLine;
using Assistant.GoogleClients;
using Assistant.Server.GoogleLogin;
using Assistant.Tools;

namespace Assistant.Server.Commands;

/// <summary>Options that every command understands, and what they mean together.</summary>
internal sealed class CommonOptions(CliConsole console)
{
    private static readonly Uri DefaultSandbox = new("http://127.0.0.1:8086");

    public CliConsole Console => console;

    public Option<string?> Data { get; } = new("--data")
    {
        HelpName = "DIR",
        Recursive = true,
        Description =
            "Folder of the database; ASSISTANT_DATA sets it too. The master key stays outside: in the configuration folder where ASSISTANT_CONFIG names it "
            + "or neither a data folder nor --sandbox is given, else in keys/<folder name>-<digest> below it.",
    };

    public Option<string?> User { get; } = new("--user")
    {
        HelpName = "NAME",
        Recursive = true,
        Description = "Whose accounts and keys. Default: the only user, or the one named like your login on this machine.",
    };

    public Option<string?> Sandbox { get; } = new("--sandbox")
    {
        HelpName = "URL",
        Recursive = true,
        Arity = ArgumentArity.ZeroOrOne,
        Description = $"Talk to an Assistant sandbox in Google's place (default {DefaultSandbox.OriginalString}; 'assistant sandbox' serves one). "
            + "Uses a data folder of its own unless --data is given.",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON, for programs." };

    public Option<string?> Toolsets { get; } = new("--toolsets") { HelpName = "A,B", Description = "Toolsets to offer. 'assistant tools' shows them." };

    public AssistantOptions Read(ParseResult parsed)
    {
        var sandbox = ReadSandbox(parsed);
        var folders = AppFolders.Find(parsed.GetValue(Data), sandbox is not null, console.Variable);
        return new AssistantOptions
        {
            DataFolder = folders.Data,
            ConfigurationFolder = folders.Configuration,
            MasterKeyFolder = folders.MasterKey,
            Google = sandbox is null ? new GoogleEndpoints() : GoogleEndpoints.At(sandbox),
            Variable = console.Variable,
            Policy = PolicySettings.Read(console.Variable),
            Search = SearchSettings.Read(new(console.Variable)),
            Writing = WriterSettings.Read(new(console.Variable)),
            Conversations = WriterSettings.ReadConversations(new(console.Variable)),
            OAuthClient = sandbox is null ? null : OAuthClient.Sandbox,
            Toolsets = ReadToolsets(parsed),
        };
    }

    private IReadOnlyList<string> ReadToolsets(ParseResult parsed)
    {
        try
        {
            return parsed.GetValue(Toolsets) is { } given
                ? ToolCatalogue.Known(given.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                : ToolCatalogue.DefaultToolsets;
        }
        catch (ArgumentException unknown)
        {
            throw new CliException(unknown.Message, ExitCode.Usage);
        }
    }

    private Uri? ReadSandbox(ParseResult parsed)
    {
        if (parsed.GetResult(Sandbox) is not { Implicit: false })
            return null;
        if (parsed.GetValue(Sandbox) is not { } given)
            return DefaultSandbox;
        // Tokens go there: in the clear only on this machine.
        return Uri.TryCreate(given, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? url
            : throw new CliException($"--sandbox {given}: give a loopback address such as {DefaultSandbox.OriginalString}, or an https one.", ExitCode.Usage);
    }
}
