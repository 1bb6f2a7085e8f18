using Assistant.TokenStore;

namespace Assistant.Tools;

/// <summary>What this server allows at most, whatever a key says.</summary>
/// <param name="Level">The highest level of tool.</param>
/// <param name="Sending">What has to happen before a mail leaves.</param>
/// <param name="Recipients">For <see cref="SendPolicy.AllowListed"/>: addresses, or whole domains as <c>@example.org</c>; null leaves the list to the key.</param>
/// <param name="Hold">How long an agreed mail waits before it leaves, so that it can be cancelled.</param>
public sealed record ServerPolicy(
    PermissionLevel Level = PermissionLevel.Send,
    SendPolicy Sending = SendPolicy.Ask,
    IReadOnlyList<string>? Recipients = null,
    TimeSpan Hold = default)
{
    /// <summary>The caller as this server serves it.</summary>
    public Caller Bound(Caller caller) => caller with { Grants = caller.Grants.Within(Level, Sending) };
}
