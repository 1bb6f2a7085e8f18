using Assistant.TokenStore;

namespace Assistant.Tools.Google;

/// <summary>Which of the caller's own accounts a call is about. Somebody else's, one that the key may not use and one that does not exist fail alike.</summary>
internal sealed class GoogleAccounts(IAccountStore store, CurrentCall call)
{
    /// <exception cref="ToolFailure">Unknown, or several and none was named.</exception>
    public async Task<GoogleAccount> OneAsync(string? account, CancellationToken cancellationToken)
    {
        var candidates = await SeveralAsync(account, cancellationToken);
        return candidates.Count == 1
            ? candidates[0]
            : throw new ToolFailure("account_needed", $"Say which account with the argument 'account': {Names(candidates)}.");
    }

    /// <summary>The named account, or all that this caller may use.</summary>
    /// <exception cref="ToolFailure">Unknown, or there is none.</exception>
    public async Task<IReadOnlyList<GoogleAccount>> SeveralAsync(string? account, CancellationToken cancellationToken)
    {
        var own = await AllowedAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(account))
        {
            return own.Count > 0
                ? own
                : throw new ToolFailure("no_account", $"No Google account is connected. Connect one with: assistant login --user {call.Caller.UserName}");
        }

        var name = account.Trim();
        return own.Where(candidate => Is(candidate.Nickname, name)).Concat(own.Where(candidate => Is(candidate.Email, name))).FirstOrDefault() is { } found
            ? [found]
            : throw new ToolFailure("unknown_account", $"There is no account '{name}'. {(own.Count == 0 ? "None is connected." : $"The accounts are: {Names(own)}.")}");
    }

    public async Task<IReadOnlyList<GoogleAccount>> AllowedAsync(CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(call.Caller.UserId, cancellationToken)).Where(candidate => call.Caller.Grants.AllowAccount(candidate.Nickname))];

    private static string Names(IEnumerable<GoogleAccount> accounts) => string.Join(", ", accounts.Select(account => account.Nickname));

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
