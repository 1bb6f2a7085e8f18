namespace Assistant.Server.Commands;

/// <summary>A command could not do what was asked; the message is all that the person needs.</summary>
internal sealed class CliException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

internal static class ExitCode
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;

    /// <summary>Ctrl-C: 128 + SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
