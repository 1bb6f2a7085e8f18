using Assistant.GoogleClients;
using Assistant.TokenStore;
using Google.Apis.Calendar.v3;
using Google.Apis.Gmail.v1;

namespace Assistant.Tools.Google;

/// <summary>Google's services for one account of the caller, on the connections that all share.</summary>
internal sealed class GoogleServices(GoogleHttp google, IAccessTokens tokens, CurrentCall call)
{
    public async Task<T> GmailAsync<T>(GoogleAccount account, string what, Func<GmailService, Task<T>> ask)
    {
        call.Uses(account);
        using var service = google.Gmail(new AccountCredential(account, tokens, call.IsBackground));
        return await GoogleFailures.ExplainAsync(account, what, () => ask(service));
    }

    public async Task<T> CalendarAsync<T>(GoogleAccount account, string what, Func<CalendarService, Task<T>> ask)
    {
        call.Uses(account);
        using var service = google.Calendar(new AccountCredential(account, tokens, call.IsBackground));
        return await GoogleFailures.ExplainAsync(account, what, () => ask(service));
    }
}
