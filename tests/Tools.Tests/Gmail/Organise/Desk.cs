using Assistant.GoogleSandbox;
using Assistant.TokenStore;
using Assistant.Tools.Gmail.Organise;
using Assistant.Tools.Google;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Undo;
using Google.Apis.Gmail.v1;

namespace Assistant.Tools.Tests.Gmail.Organise;

/// <summary>Short ways to what the tests of changes do over and over, in Ann's account at work unless said otherwise.</summary>
internal static class Desk
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static string Deliver(this Workplace place, string subject, int minute, params string[] labels) =>
        place.Sandbox.Deliver(Workplace.AnnWork, Letters.Plain(subject, "Text", minute, labels: labels));

    public static Task<ChangeResult> ModifyAsync(
        this Workplace place, MailSelection selection, MailChange[]? changes = null, string[]? add = null, string[]? remove = null, bool dryRun = false, string user = "ann") =>
        place.AsAsync<MailOrganiser, ChangeResult>(user, organiser => organiser.ModifyAsync("work", selection, changes, add, remove, dryRun, Cancel));

    public static Task<ChangeResult> TrashAsync(this Workplace place, MailSelection selection, bool dryRun = false) =>
        place.AsAsync<MailOrganiser, ChangeResult>("ann", organiser => organiser.TrashAsync("work", selection, dryRun, Cancel));

    public static Task<ChangeResult> UntrashAsync(this Workplace place, MailSelection selection) =>
        place.AsAsync<MailOrganiser, ChangeResult>("ann", organiser => organiser.UntrashAsync("work", selection, false, Cancel));

    public static Task<ChangeResult> UndoAsync(this Workplace place, string? id = null, string user = "ann", Grants? grants = null) =>
        place.AsAsync<Undoing, ChangeResult>(user, undoing => undoing.UndoAsync(id, Cancel), grants);

    /// <summary>The labels of a message at Gmail, by id, in order.</summary>
    public static async Task<string> LabelsAsync(this Workplace place, string id) => string.Join(' ', (await place.AsAsync<GoogleServices, IList<string>?>(
        "ann", async google =>
        (await google.GmailAsync(await place.AccountAsync(), "a message", service =>
        {
            var request = service.Users.Messages.Get("me", id);
            request.Format = UsersResource.MessagesResource.GetRequest.FormatEnum.Minimal;
            return request.ExecuteAsync(Cancel);
        })).LabelIds) ?? []).Order(StringComparer.Ordinal));

    public static Task<GoogleAccount> AccountAsync(this Workplace place) => place.AsAsync<GoogleAccounts, GoogleAccount>(
        "ann", accounts => accounts.OneAsync("work", Cancel));

    public static MailSelection Of(params string[] ids) => new(ids, null, null);

    public static MailSelection Query(string query) => new(null, null, query);

    public static MailSelection Threads(params string[] ids) => new(null, ids, null);

    public static int Calls(this Workplace place, string ending) => place.Sandbox.Requests.Count(request => request.Path.EndsWith(ending, StringComparison.Ordinal));

    public static void Fails(this Workplace place, string method, int from = 1, int times = 1, int status = 503, bool afterEffect = false) =>
        place.Sandbox.Faults.Add(new SandboxFault { Match = "gmail.users." + method, FromCall = from, Times = times, Status = status, Reason = "backendError", AfterEffect = afterEffect });
}
