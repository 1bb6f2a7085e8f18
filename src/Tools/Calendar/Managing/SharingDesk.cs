using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Calendar.Editing;
using Assistant.Tools.Gmail.Settings;
using Assistant.Tools.Google;
using Assistant.Tools.Undo;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar.Managing;

/// <summary>The rules of a calendar at Google.</summary>
internal sealed class SharingStore(GoogleServices google)
{
    public async Task<IReadOnlyList<AclRule>> AllAsync(GoogleAccount account, string calendar, CancellationToken cancellationToken)
    {
        var (rules, token) = (new List<AclRule>(), (string?)null);
        do
        {
            var page = await google.CalendarAsync(account, $"sharing of calendar {calendar}", service =>
            {
                var request = service.Acl.List(calendar);
                (request.MaxResults, request.PageToken) = (250, token);
                return request.ExecuteAsync(cancellationToken);
            });
            rules.AddRange(page.Items ?? []);
            token = page.NextPageToken;
        }
        while (token is not null);
        return rules;
    }

    public async Task SetAsync(GoogleAccount account, SharingSpec wanted, CancellationToken cancellationToken)
    {
        var what = $"sharing of calendar {wanted.Calendar}";
        var known = (await AllAsync(account, wanted.Calendar, cancellationToken)).FirstOrDefault(wanted.Is);
        if (wanted.Role == "none")
        {
            if (known is not null)
                await google.CalendarAsync(account, what, service => service.Acl.Delete(wanted.Calendar, known.Id).ExecuteAsync(cancellationToken));
            return;
        }

        await google.CalendarAsync(account, what, service =>
        {
            var request = service.Acl.Insert(new() { Role = wanted.Role, Scope = new() { Type = wanted.Type, Value = wanted.Value } }, wanted.Calendar);
            request.SendNotifications = wanted.Tell;
            return request.ExecuteAsync(cancellationToken);
        });
    }
}

internal sealed class SharingAction(SharingStore store, IChangeJournal journal) : SettingAction<SharingSpec>(journal)
{
    public override string Kind => SharingSpec.Kind;

    protected override async Task<string?> LookAsync(GoogleAccount account, SharingSpec wanted, CancellationToken cancellationToken) =>
        ((await store.AllAsync(account, wanted.Calendar, cancellationToken)).FirstOrDefault(wanted.Is)?.Role ?? "none") == wanted.Role ? Said(wanted) : null;

    protected override async Task<(string Kind, string Summary, string? Undo)> IntentAsync(GoogleAccount account, SharingSpec wanted, CancellationToken cancellationToken)
    {
        var before = (await store.AllAsync(account, wanted.Calendar, cancellationToken)).FirstOrDefault(wanted.Is)?.Role ?? "none";
        return (SharingSpec.Kind, $"sharing of {wanted.Name}: {Said(wanted)}", JsonSerializer.Serialize(new SharingUndo(wanted with { Role = before, Tell = false }, wanted), ToolJson.Options));
    }

    protected override async Task<string> DoAsync(GoogleAccount account, SharingSpec wanted, CancellationToken cancellationToken)
    {
        await store.SetAsync(account, wanted, cancellationToken);
        return Said(wanted);
    }

    private static string Said(SharingSpec wanted) => wanted.Role == "none" ? $"{wanted.Who} has no access any more." : $"{wanted.Who} can {SharingSpec.InWords(wanted.Role)}.";
}

/// <summary>Shows and changes who else has a calendar.</summary>
internal sealed class SharingDesk(EventLookup lookup, SharingStore store, RepeatableAgreements agreements)
{
    public async Task<SharingList> ListAsync(string? calendar, string? account, CancellationToken cancellationToken)
    {
        var found = await lookup.CalendarAsync(account, calendar, cancellationToken);
        var rules = await store.AllAsync(found.Account, found.Id, cancellationToken);
        return Budgeted.Items(ResultBudget.Characters(null), rules.Count, count => new SharingList(
            found.Id, [.. rules.Take(count).Select(rule => new SharingEntry(rule.Scope?.Value ?? (rule.Scope?.Type == "default" ? "everybody" : ""), rule.Scope?.Type, rule.Role))]));
    }

    public async Task<OutboxResult> ShareAsync(string? calendar, string with, string role, bool tell, string? account, CancellationToken cancellationToken)
    {
        if (await agreements.AnsweredAsync(cancellationToken) is { } answered)
            return answered;
        var found = await lookup.WritableAsync(account, calendar, cancellationToken);
        var who = with.Trim().ToLowerInvariant();
        var (type, value) = who == "everybody" ? ("default", null) : who.StartsWith('@') ? ("domain", who[1..]) : ("user", who);
        if (type == "user" && who.IndexOf('@', StringComparison.Ordinal) < 1)
            throw new ToolFailure("bad_argument", "The argument 'with' must be an address, '@domain.example', or 'everybody'.");
        if (type == "default" && role is "writer" or "owner")
            throw new ToolFailure("bad_argument", "A calendar is not given to everybody for writing.");
        if (string.Equals(value, found.Account.Email, StringComparison.OrdinalIgnoreCase))
            throw new ToolFailure("bad_argument", "This is the account itself; its own access is not changed.");
        return await agreements.AskAsync(Proposal(found.Account, new(found.Id, CalendarDirectory.Name(found.Entry), type, value, role, tell), null), cancellationToken);
    }

    public static Proposal Proposal(GoogleAccount account, SharingSpec wanted, string? undoes) => new()
    {
        Kind = SharingSpec.Kind,
        Account = account,
        Card = new(
            wanted.Role == "none" ? "End the sharing of this calendar?" : "Share this calendar?",
            [
                new("Account", $"{account.Nickname} <{account.Email}>"), new("Calendar", wanted.Name), new("With", wanted.Who), new("They can", SharingSpec.InWords(wanted.Role)),
                new("Mailed to them", wanted.Tell ? "yes, by Google" : "no"),
            ],
            null,
            wanted.Type == "default" && wanted.Role != "none" ? ["Everybody on the internet can see it."] : null),
        Payload = new SettingWork<SharingSpec>(wanted, undoes).ToJson(),
        Recipients = wanted is { Tell: true, Type: "user" } ? [wanted.Value!] : [],
        AlwaysAsk = true,
    };
}

/// <summary>Sharing is set to what it was.</summary>
internal sealed class SharingReversal : IAgreedReversal
{
    public string Kind => SharingSpec.Kind;

    public PermissionLevel Level => PermissionLevel.Send;

    public Task<Proposal> ProposeAsync(GoogleAccount account, string changeId, string undo, CancellationToken cancellationToken) =>
        Task.FromResult(SharingDesk.Proposal(account, JsonSerializer.Deserialize<SharingUndo>(undo, ToolJson.Options)!.Before, changeId));
}

public sealed record SharingList(string? Calendar = null, IReadOnlyList<SharingEntry>? Rules = null) : IToolResult
{
    public string ToText() => UntrustedText.Fence(string.Join('\n', (Rules ?? []).Select(rule => $"{rule.With}: {rule.Role}"))) + $"\nCalendar {Calendar}";
}

/// <remarks>Role: freeBusyReader, reader, writer or owner.</remarks>
public sealed record SharingEntry(string? With = null, string? Type = null, string? Role = null);
