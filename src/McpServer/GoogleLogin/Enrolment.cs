using Assistant.TokenStore;

namespace Assistant.Server.GoogleLogin;

/// <summary>Stores a grant as one of the user's accounts.</summary>
internal sealed class Enrolment(IAccountStore accounts, AssistantOptions options)
{
    /// <param name="user">Whose account it becomes.</param>
    /// <param name="nickname">As the person chose it; null keeps the account's own, or makes one of its address.</param>
    /// <param name="grant">What Google gave.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <exception cref="NicknameTakenException">The chosen nickname names another Google account.</exception>
    /// <exception cref="WrongGoogleException">The data folder belongs to another kind of Google.</exception>
    public async Task<GoogleAccount> StoreAsync(User user, string? nickname, GoogleGrant grant, CancellationToken cancellationToken)
    {
        DataFolderBinding.Claim(options.DataFolder, options.Google);
        nickname ??= Nickname(grant.Identity, await accounts.ListAsync(user.Id, cancellationToken));
        return await accounts.ConnectAsync(user.Id, nickname, grant.Identity, grant.Tokens, cancellationToken);
    }

    private static string Nickname(GoogleIdentity identity, IReadOnlyList<GoogleAccount> existing)
    {
        if (existing.FirstOrDefault(account => account.Subject == identity.Subject) is { } known)
            return known.Nickname;
        var local = new string([.. identity.Email.Split('@')[0].Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')]);
        var wanted = local.Length > 0 ? local : "google";
        var candidates = Enumerable.Range(2, existing.Count + 1).Select(number => $"{wanted}-{number}").Prepend(wanted);
        return candidates.First(candidate => !existing.Any(account => string.Equals(account.Nickname, candidate, StringComparison.OrdinalIgnoreCase)));
    }
}
