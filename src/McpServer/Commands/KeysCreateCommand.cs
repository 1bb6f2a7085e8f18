using System.CommandLine;
using Assistant.TokenStore;

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
        var readOnly = new Option<bool>("--read-only") { Description = "Only tools that change nothing." };
        var tools = List("--tools", "TOOL,TOOL", "Only these tools. Default: all.");
        var accounts = List("--accounts", "NICKNAME,NICKNAME", "Only these accounts. Default: all of the user's.");
        return new Command(
            "create",
            """
            Make a key. It is shown once.

            Examples:
              assistant keys create laptop --user ada
              assistant keys create agent --read-only --tools gmail_search,gmail_read --accounts work --expires 2027-01-31
            """)
        {
            name,
            expires,
            readOnly,
            tools,
            accounts,
            common.Json,
        }.Does(common, async (context, cancellationToken) =>
        {
            var ends = Expiry.Read(context.Parsed.GetRequiredValue(expires), context.Get<TimeProvider>().GetUtcNow());
            var user = await context.UserAsync(cancellationToken);
            var chosen = Split(context.Parsed.GetValue(accounts));
            foreach (var nickname in chosen ?? [])
                await context.AccountAsync(user, nickname, cancellationToken);
            var grants = new Grants(context.Parsed.GetValue(readOnly), Split(context.Parsed.GetValue(tools)), chosen);
            var issued = await context.Get<IKeyStore>().CreateAsync(user.Id, context.Parsed.GetRequiredValue(name), grants, ends, cancellationToken);
            if (context.WantsJson)
            {
                await context.JsonAsync(new { issued.Key.Id, User = user.Name, issued.Key.Name, issued.Key.ExpiresAt, Key = issued.Secret.Value });
                return ExitCode.Ok;
            }
            await context.SayAsync(issued.Secret.Value);
            await context.Console.Error.WriteLineAsync(
                $"This is the only time it is shown. It ends {(ends is { } at ? Table.Date(at) : "never")}; revoke it with: assistant keys revoke {issued.Key.Id}");
            return ExitCode.Ok;
        });
    }

    private static Option<string?> List(string name, string help, string description) => new(name) { HelpName = help, Description = description };

    private static string[]? Split(string? list)
    {
        var items = list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return items is [] ? throw new CliException("An empty list would allow nothing: name at least one, or leave the option out.", ExitCode.Usage) : items;
    }
}
