using System.CommandLine;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

/// <summary>The names of the send policies on the command line and in the environment.</summary>
internal static class SendPolicyNames
{
    private static readonly Dictionary<string, SendPolicy> Policies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["drafts-only"] = SendPolicy.DraftsOnly,
        ["ask"] = SendPolicy.Ask,
        ["allow-listed"] = SendPolicy.AllowListed,
        ["allow"] = SendPolicy.Allow,
    };

    public static string Name(SendPolicy policy) => Policies.First(known => known.Value == policy).Key;

    public static Option<string?> Option(string name, string description) => new(name)
    {
        HelpName = "POLICY",
        Description = $"What has to happen before a mail leaves: drafts-only (nothing leaves), ask (the person agrees), allow-listed or allow. {description}",
    };

    /// <exception cref="CliException">There is no such policy.</exception>
    public static SendPolicy? Read(string? name)
    {
        if (name is null)
            return null;
        return Policies.TryGetValue(name.Trim(), out var policy)
            ? policy
            : throw new CliException($"There is no send policy '{name}'. The policies are: {string.Join(", ", Policies.Keys)}.", ExitCode.Usage);
    }
}
