using System.CommandLine;

namespace Assistant.Server.Commands;

internal static class KeysCommand
{
    public static Command Create(CommonOptions common) => new("keys", "Bearer keys for clients over HTTP. Only a digest of a key is stored.")
    {
        KeysCreateCommand.Create(common),
        KeysListCommand.Create(common),
        KeysRevokeCommand.Create(common),
    };
}
