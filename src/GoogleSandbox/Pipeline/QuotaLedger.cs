using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>Quota units that each person spent in the last minute.</summary>
internal sealed class QuotaLedger(TimeProvider time, int? unitsPerMinute)
{
    private const int GmailUnitsPerMinute = 6000;
    private const int CalendarRequestsPerMinute = 600;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Person, string Api), Account> _accounts = [];

    /// <exception cref="ApiException">The minute's units are spent.</exception>
    public void Spend(string person, string methodId)
    {
        var api = methodId[..methodId.IndexOf('.', StringComparison.Ordinal)];
        var units = QuotaUnits.Of(methodId);
        var limit = unitsPerMinute ?? (api == "gmail" ? GmailUnitsPerMinute : CalendarRequestsPerMinute);
        lock (_gate)
        {
            if (!_accounts.TryGetValue((person, api), out var account))
                _accounts[(person, api)] = account = new Account();
            account.Forget(time.GetUtcNow() - Window);
            if (account.Spent + units > limit)
            {
                throw api == "gmail"
                    ? new ApiException(429, "rateLimitExceeded", "Quota exceeded: units per minute per user.")
                    : new ApiException(403, "userRateLimitExceeded", "User Rate Limit Exceeded");
            }
            account.Spend(time.GetUtcNow(), units);
        }
    }

    private sealed class Account
    {
        private readonly Queue<(DateTimeOffset At, int Units)> _spent = new();

        public int Spent { get; private set; }

        public void Forget(DateTimeOffset until)
        {
            while (_spent.TryPeek(out var oldest) && oldest.At <= until)
                Spent -= _spent.Dequeue().Units;
        }

        public void Spend(DateTimeOffset at, int units)
        {
            _spent.Enqueue((at, units));
            Spent += units;
        }
    }
}
