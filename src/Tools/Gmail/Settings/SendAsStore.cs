using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>The addresses that an account may send as, at Gmail.</summary>
internal sealed class SendAsStore(GoogleServices google)
{
    public async Task<IReadOnlyList<SendAs>> AllAsync(GoogleAccount account, CancellationToken cancellationToken) =>
        [.. (await google.GmailAsync(
            account, "the addresses to send as", service => service.Users.Settings.SendAs.List("me").ExecuteAsync(cancellationToken))).SendAs ?? []];

    /// <summary>The address of that name, or the default one.</summary>
    /// <exception cref="ToolFailure">There is no such address.</exception>
    public async Task<SendAs> OneAsync(GoogleAccount account, string? email, CancellationToken cancellationToken)
    {
        var all = await AllAsync(account, cancellationToken);
        return all.FirstOrDefault(one => email is null ? one.IsDefault is true : Is(one.SendAsEmail, email))
            ?? throw new ToolFailure(
                "not_found",
                $"Account {account.Nickname} cannot send as '{email}'. It can as {string.Join(", ", all.Select(one => one.SendAsEmail))}.");
    }

    public Task PatchAsync(GoogleAccount account, string email, SendAs patch, CancellationToken cancellationToken) =>
        google.GmailAsync(account, $"the address {email}", service => service.Users.Settings.SendAs.Patch(patch, "me", email).ExecuteAsync(cancellationToken));

    public static bool Is(string? one, string? other) => string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
