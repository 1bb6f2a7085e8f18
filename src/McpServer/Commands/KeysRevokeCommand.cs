using System.CommandLine;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

internal static class KeysRevokeCommand
{
    public static Command Create(CommonOptions common)
    {
        var id = new Argument<string>("id") { Description = "As 'assistant keys list' shows it." };
        return new Command("revoke", "End a key, within a second also in servers that run.\n\nExample:\n  assistant keys revoke 3f9c") { id }.Does(common, async (context, cancellationToken) =>
        {
            var wanted = context.Parsed.GetRequiredValue(id);
            if (!await context.Get<IKeyStore>().RevokeAsync(wanted, cancellationToken))
                throw new CliException($"There is no key with the id '{wanted}' that still works. 'assistant keys list' shows them.");
            await context.SayAsync($"Key {wanted} is revoked.");
            return ExitCode.Ok;
        });
    }
}
