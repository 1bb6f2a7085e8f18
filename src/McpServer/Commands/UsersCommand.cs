using System.CommandLine;

namespace Assistant.Server.Commands;

internal static class UsersCommand
{
    public static Command Create(CommonOptions common) => new("users", "The people who may use this server.")
    {
        UsersAddCommand.Create(common),
        UsersListCommand.Create(common),
        UsersRemoveCommand.Create(common),
    };
}
