using Assistant.Server.GoogleLogin;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

/// <summary>Whether an account works right now.</summary>
/// <param name="Account">Nickname.</param>
/// <param name="Ok">False where it does not work at all.</param>
/// <param name="Says">What works and what does not, and what to do.</param>
internal sealed record AccountCheck(string Account, bool Ok, string Says)
{
    /// <summary>Renews the token at Google, which a grant that was revoked there does not survive.</summary>
    public static async Task<AccountCheck> RunAsync(CliContext context, GoogleAccount account, CancellationToken cancellationToken)
    {
        try
        {
            var tokens = context.Get<IAccessTokens>();
            await tokens.RenewAsync(account, await tokens.GetAsync(account, cancellationToken), cancellationToken);
        }
        catch (Exception problem) when (problem is ReconnectNeededException or RefreshUnavailableException or SealBrokenException)
        {
            return new(account.Nickname, Ok: false, problem.Message);
        }
        var missing = FeatureScopes.Missing(account.Scopes);
        return new(
            account.Nickname,
            Ok: true,
            missing.Count == 0 ? "works" : $"works, but not: {string.Join("; ", missing.Select(feature => feature.Enables))} ('assistant login' asks again)");
    }
}
