using Assistant.Server.GoogleLogin;

namespace Assistant.Server.Commands;

/// <summary>What a command line sees of the world.</summary>
/// <param name="In">Answers of the person.</param>
/// <param name="Out">Results.</param>
/// <param name="Error">Everything else.</param>
/// <param name="Variable">Environment variables by name.</param>
/// <param name="Browser">Where the person logs in to Google; null is the system's own browser.</param>
internal sealed record CliConsole(TextReader In, TextWriter Out, TextWriter Error, Func<string, string?> Variable, IBrowser? Browser = null)
{
    public static CliConsole System => new(Console.In, Console.Out, Console.Error, Environment.GetEnvironmentVariable);
}
