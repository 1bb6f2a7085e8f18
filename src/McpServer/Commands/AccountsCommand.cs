using System.CommandLine;

namespace Assistant.Server.Commands;

internal static class AccountsCommand
{
    public static Command Create(CommonOptions common) => new("accounts", "The Google accounts of a user. 'assistant login' adds one.")
    {
        AccountsListCommand.Create(common),
        AccountsCheckCommand.Create(common),
        AccountsRemoveCommand.Create(common),
    };
}
