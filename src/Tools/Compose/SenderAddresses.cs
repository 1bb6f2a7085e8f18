using Assistant.TokenStore;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Gmail.Settings;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Compose;

/// <summary>Whom an account can write as.</summary>
internal sealed class SenderAddresses(SendAsStore store)
{
    public async Task<IReadOnlyList<SendAs>> AllAsync(GoogleAccount account, CancellationToken cancellationToken)
    {
        var all = await store.AllAsync(account, cancellationToken);
        return all.Count > 0 ? all : [new SendAs { SendAsEmail = account.Email, IsPrimary = true, IsDefault = true }];
    }

    /// <summary>The one that was asked for; else the own one that an answered mail came to; else the default.</summary>
    /// <exception cref="ToolFailure">It is none of the account's, or Gmail does not send from it yet.</exception>
    public static SendAs Choose(IReadOnlyList<SendAs> all, string? from, IEnumerable<MailAddress> cameTo)
    {
        var usable = all.Where(IsUsable).ToList();
        if (from is not null)
        {
            var wanted = MailErrors.Explain(() => MailAddresses.Parse("from", from)) is [var one] ? one.Key : "";
            return usable.FirstOrDefault(address => IsIt(address, wanted)) ?? throw new ToolFailure(
                "bad_argument",
                all.Any(address => IsIt(address, wanted))
                    ? $"'{from}' is not confirmed yet, so Gmail does not send from it."
                    : $"'{from}' is none of this account's addresses. They are: {string.Join(", ", usable.Select(address => address.SendAsEmail))}.");
        }

        return cameTo.Select(address => usable.FirstOrDefault(own => IsIt(own, address.Key))).FirstOrDefault(own => own is not null)
            ?? usable.FirstOrDefault(address => address.IsDefault is true) ?? usable[0];
    }

    public static IReadOnlySet<string> Keys(IReadOnlyList<SendAs> all) => all.Select(address => address.SendAsEmail.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    private static bool IsUsable(SendAs address) => address.IsPrimary is true || address.VerificationStatus is null or "accepted";

    private static bool IsIt(SendAs address, string key) => string.Equals(address.SendAsEmail, key, StringComparison.OrdinalIgnoreCase);
}
