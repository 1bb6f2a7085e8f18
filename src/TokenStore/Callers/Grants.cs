namespace Assistant.TokenStore;

/// <summary>The upper bound of what a key may do; null lists mean no limit.</summary>
/// <param name="Level">The highest level of tool.</param>
/// <param name="Tools">Tool names, or null for all.</param>
/// <param name="Accounts">Account nicknames (without case), or null for all of the user's.</param>
/// <param name="Sending">What has to happen before a mail leaves.</param>
/// <param name="Recipients">For <see cref="SendPolicy.AllowListed"/>: addresses, or whole domains as <c>@example.org</c>.</param>
public sealed record Grants(
    PermissionLevel Level = PermissionLevel.Send,
    IReadOnlyList<string>? Tools = null,
    IReadOnlyList<string>? Accounts = null,
    SendPolicy Sending = SendPolicy.Ask,
    IReadOnlyList<string>? Recipients = null)
{
    /// <summary>Everything that the server allows: the bound of the local profile.</summary>
    public static Grants All { get; } = new(Sending: SendPolicy.Allow);

    public bool AllowTool(string name, PermissionLevel level) => level <= Level && (Tools is null || Tools.Contains(name, StringComparer.Ordinal));

    public bool AllowAccount(string nickname) => Accounts is null || Accounts.Contains(nickname, StringComparer.OrdinalIgnoreCase);

    /// <summary>The same, no wider than the server's own bound.</summary>
    public Grants Within(PermissionLevel level, SendPolicy sending) => this with
    {
        Level = Level < level ? Level : level,
        Sending = Sending < sending ? Sending : sending,
    };
}
