using Assistant.Server.Commands;

return await Cli.RunAsync(args, CliConsole.System, CancellationToken.None);
