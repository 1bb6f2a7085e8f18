using Assistant.TokenStore;
using Assistant.Tools.Google;
using Microsoft.Extensions.Caching.Memory;

namespace Assistant.Tools.Gmail.Outbox;

/// <summary>Whom the person never wrote to from this account. Asked of Gmail for the first few; where that fails nobody is called a stranger.</summary>
internal sealed class Strangers(GoogleServices google, KnownPeople known)
{
    private const int MostAsked = 10;

    public async Task<IReadOnlyList<string>> AmongAsync(GoogleAccount account, IReadOnlyList<string> recipients, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var recipient in recipients.Where(recipient => !known.Has(account, recipient) && !recipient.Equals(account.Email, StringComparison.OrdinalIgnoreCase)).Take(MostAsked))
        {
            try
            {
                var list = await google.GmailAsync(account, "messages", service =>
                {
                    var request = service.Users.Messages.List("me");
                    (request.Q, request.MaxResults, request.Fields) = (MailQuery.SentTo(recipient), 1, "messages(id)");
                    return request.ExecuteAsync(cancellationToken);
                });
                if (list.Messages is { Count: > 0 })
                    known.Add(account, recipient);
                else
                    found.Add(recipient);
            }
            catch (ToolFailure)
            {
                return found;
            }
        }

        return found;
    }
}

/// <summary>People that somebody has written to, remembered for a while.</summary>
internal sealed class KnownPeople : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(6);

    private readonly MemoryCache _people = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public bool Has(GoogleAccount account, string address) => _people.TryGetValue((account.Id, address), out _);

    public void Add(GoogleAccount account, string address) =>
        _people.Set((account.Id, address), true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });

    public void Dispose() => _people.Dispose();
}
