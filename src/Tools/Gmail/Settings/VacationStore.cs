using Assistant.TokenStore;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>The vacation responder of an account at Gmail.</summary>
internal sealed class VacationStore(GoogleServices google)
{
    private const string What = "the vacation responder";

    public async Task<VacationSpec> GetAsync(GoogleAccount account, CancellationToken cancellationToken) =>
        VacationSpec.Of(await google.GmailAsync(account, What, service => service.Users.Settings.GetVacation("me").ExecuteAsync(cancellationToken)));

    public Task SetAsync(GoogleAccount account, VacationSpec wanted, CancellationToken cancellationToken) =>
        google.GmailAsync(account, What, service => service.Users.Settings.UpdateVacation(wanted.ToSettings(), "me").ExecuteAsync(cancellationToken));
}
