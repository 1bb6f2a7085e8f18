using System.Globalization;
using Assistant.Server.Commands;
using Assistant.TokenStore;
using Assistant.Tools;

namespace Assistant.Server;

/// <summary>The server's own bounds, from the environment.</summary>
internal static class PolicySettings
{
    public const string Level = "ASSISTANT_LEVEL";
    public const string Sending = "ASSISTANT_SEND_POLICY";
    public const string Recipients = "ASSISTANT_SEND_RECIPIENTS";
    public const string Hold = "ASSISTANT_SEND_HOLD";

    private const int LongestHoldSeconds = 3600;

    /// <exception cref="CliException">A variable has no value that it may have; the message names it.</exception>
    public static ServerPolicy Read(Func<string, string?> variable) => new(
        Given(variable, Level) is { } level ? ReadLevel(level) : PermissionLevel.Send,
        SendPolicyNames.Read(Given(variable, Sending)) ?? SendPolicy.Ask,
        Given(variable, Recipients)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Given(variable, Hold) is { } hold ? ReadHold(hold) : TimeSpan.Zero);

    private static string? Given(Func<string, string?> variable, string name) => string.IsNullOrWhiteSpace(variable(name)) ? null : variable(name);

    private static PermissionLevel ReadLevel(string text) =>
        Enum.TryParse<PermissionLevel>(text.Trim(), ignoreCase: true, out var level) && Enum.IsDefined(level) && !char.IsAsciiDigit(text.Trim()[0])
            ? level
            : throw new CliException($"{Level} is '{text}': give read, organise, draft or send.", ExitCode.Usage);

    private static TimeSpan ReadHold(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestHoldSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new CliException($"{Hold} is '{text}': give seconds, at most {LongestHoldSeconds}.", ExitCode.Usage);
}
