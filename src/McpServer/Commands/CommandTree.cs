using System.CommandLine;

namespace Assistant.Server.Commands;

/// <summary>Every command of the program: a file each, a line each here.</summary>
internal static class CommandTree
{
    public static RootCommand Build(CliConsole console)
    {
        var common = new CommonOptions(console);
        var root = new RootCommand(
            """
            Safe hands for an AI client on people's Gmail and Google Calendar.

            First steps:
              assistant users add ada                        a person who may use this server
              assistant login --user ada --account work      connects one of their Google accounts
              assistant serve --stdio --user ada             what Claude Desktop starts
              assistant keys create --user ada laptop        a key for clients over HTTP
              assistant doctor                               says what is wrong, and what to do
            """)
        {
            common.Data,
            common.User,
            common.Sandbox,
            DemoCommand.Create(console),
            LoginCommand.Create(common),
            AccountsCommand.Create(common),
            UsersCommand.Create(common),
            KeysCommand.Create(common),
            ServeCommand.Create(common),
            CallCommand.Create(common),
            OutboxCommand.Create(common),
            IndexCommand.Create(common),
            MigrateCommand.Create(common),
            ConversationsCommand.Create(common),
            ToolsCommand.Create(common),
            DoctorCommand.Create(common),
            SandboxCommand.Create(common),
            DocsCommand.Create(common),
            ExtractCommand.Create(common),
        };
        return root;
    }
}
