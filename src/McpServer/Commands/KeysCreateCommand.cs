using System.CommandLine;
using Assistant.TokenStore;
using Assistant.Tools;

namespace Assistant.Server.Commands;

internal static class KeysCreateCommand
{
    public static Command Create(CommonOptions common)
    {
        var name = new Argument<string>("name") { Description = "What the key is for, in your words: laptop, agent." };
        var expires = new Option<string>("--expires")
        {
            HelpName = "WHEN",
            DefaultValueFactory = _ => "90d",
            Description = "90d (days), 2027-01-31 (to the end of that day, UTC) or never.",
        };
        var level = new Option<PermissionLevel?>("--level")
        {
            HelpName = "LEVEL",
            Description = "read, organise (labels, archive, trash), draft or send; each includes the ones before it. Default: send.",
        };
        var readOnly = new Option<bool>("--read-only") { Description = "The same as --level read." };
        var sending = SendPolicyNames.Option("--send", "Default: ask. The server's own setting is the upper bound.");
        var recipients = List("--recipients", "ADDRESS,@DOMAIN", "For --send allow-listed: who may be written to without asking.");
        var tools = List("--tools", "TOOL,TOOL", "Only these tools. Default: all.");
        var accounts = List("--accounts", "NICKNAME,NICKNAME", "Only these accounts. Default: all of the user's.");
        return new Command(
            "create",
            """
            Make a key. It is shown once.

            Examples:
              assistant keys create laptop --user ada
              assistant keys create agent --read-only --tools gmail_search,gmail_read --accounts work --expires 2027-01-31
              assistant keys create triage --level organise
              assistant keys create reports --send allow-listed --recipients @example.org
            """)
        {
            name,
            expires,
            level,
            readOnly,
            sending,
            recipients,
            tools,
            accounts,
            common.Json,
        }.Does(common, async (context, cancellationToken) =>
        {
            var ends = Expiry.Read(context.Parsed.GetRequiredValue(expires), context.Get<TimeProvider>().GetUtcNow());
            var allowed = Split(context.Parsed.GetValue(tools));
            CheckTools(allowed ?? []);
            var user = await context.UserAsync(cancellationToken);
            var chosen = await NicknamesAsync(context, user, Split(context.Parsed.GetValue(accounts)), cancellationToken);
            var grants = new Grants(
                context.Parsed.GetValue(readOnly) ? PermissionLevel.Read : context.Parsed.GetValue(level) ?? PermissionLevel.Send,
                allowed,
                chosen,
                SendPolicyNames.Read(context.Parsed.GetValue(sending)) ?? SendPolicy.Ask,
                Split(context.Parsed.GetValue(recipients)));
            if ((grants.Sending == SendPolicy.AllowListed) != (grants.Recipients is not null))
                throw new CliException("--send allow-listed and --recipients go together: name who may be written to without asking.", ExitCode.Usage);
            var issued = await context.Get<IKeyStore>().CreateAsync(user.Id, context.Parsed.GetRequiredValue(name), grants, ends, cancellationToken);
            await context.RecordAsync("key.create", user.Id, accountId: null, issued.Key.Id, cancellationToken);
            if (context.WantsJson)
            {
                await context.JsonAsync(new { issued.Key.Id, User = user.Name, issued.Key.Name, issued.Key.ExpiresAt, Key = issued.Secret.Value });
                return ExitCode.Ok;
            }
            await context.SayAsync(issued.Secret.Value);
            var until = ends is { } at ? Table.Date(at) : "never";
            await context.Console.Error.WriteLineAsync(
                $"This is the only time it is shown. It ends {until}; revoke it with: {context.Next($"assistant keys revoke {issued.Key.Id}")}");
            return ExitCode.Ok;
        });
    }

    private static void CheckTools(string[] names)
    {
        var catalogue = names.Length > 0 ? ToolCatalogue.Create() : null;
        if (names.FirstOrDefault(name => catalogue!.Find(name) is null) is { } unknown)
            throw new CliException($"--tools: there is no tool '{unknown}'. 'assistant tools' lists them.", ExitCode.Usage);
    }

    /// <summary>A key may name an account that is connected later; a typing error would look the same, so it is told.</summary>
    private static async Task<string[]?> NicknamesAsync(CliContext context, User user, string[]? given, CancellationToken cancellationToken)
    {
        var nicknames = new List<string>();
        foreach (var name in given ?? [])
        {
            var account = await context.Get<IAccountStore>().FindAsync(user.Id, name, cancellationToken);
            if (account is null)
            {
                await context.Console.Error.WriteLineAsync(
                    $"Warning: {user.Name} has no account '{name}' yet; the key will reach it once one is connected under that nickname.");
            }
            nicknames.Add(account?.Nickname ?? name);
        }
        return given is null ? null : [.. nicknames];
    }

    private static Option<string?> List(string name, string help, string description) => new(name) { HelpName = help, Description = description };

    private static string[]? Split(string? list)
    {
        var items = list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return items is [] ? throw new CliException("An empty list would allow nothing: name at least one, or leave the option out.", ExitCode.Usage) : items;
    }
}
