namespace Assistant.TokenStore;

/// <summary>Who is asking and what they may do: built from something verified, never from an argument.</summary>
/// <param name="UserId">Owner of everything the request may touch.</param>
/// <param name="UserName">The name used on the command line.</param>
/// <param name="Grants">What this key, or the local profile, may do.</param>
/// <param name="KeyId">The bearer key, or null for the local profile over stdio.</param>
public sealed record Caller(string UserId, string UserName, Grants Grants, string? KeyId);

/// <summary>The upper bound of what a key may do; null lists mean no limit.</summary>
/// <param name="ReadOnly">Only tools that change nothing.</param>
/// <param name="Tools">Tool names, or null for all.</param>
/// <param name="Accounts">Account nicknames (without case), or null for all of the user's.</param>
public sealed record Grants(bool ReadOnly, IReadOnlyList<string>? Tools, IReadOnlyList<string>? Accounts)
{
    public static Grants All { get; } = new(ReadOnly: false, Tools: null, Accounts: null);

    public bool AllowTool(string name, bool isReadOnlyTool) =>
        (isReadOnlyTool || !ReadOnly) && (Tools is null || Tools.Contains(name, StringComparer.Ordinal));

    public bool AllowAccount(string nickname) => Accounts is null || Accounts.Contains(nickname, StringComparer.OrdinalIgnoreCase);
}
