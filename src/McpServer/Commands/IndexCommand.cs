using System.CommandLine;

namespace Assistant.Server.Commands;

internal static class IndexCommand
{
    public static Command Create(CommonOptions common) => new("index", "The private search index of mail and events.")
    {
        IndexRunCommand.Create(common),
        IndexRebuildCommand.Create(common),
    };
}
