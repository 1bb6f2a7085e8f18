using System.CommandLine;

namespace Assistant.Server.Commands;

internal static class OutboxCommand
{
    public static Command Create(CommonOptions common) => new(
        "outbox", "Mail and settings that wait for you, are held, or went out. You at this machine are who agrees.")
    {
        OutboxListCommand.Create(common),
        OutboxShowCommand.Create(common),
        OutboxApproveCommand.Create(common),
        OutboxRejectCommand.Create(common),
        OutboxCancelCommand.Create(common),
        OutboxRunCommand.Create(common),
    };
}
