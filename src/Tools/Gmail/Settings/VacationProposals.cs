using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Google;
using Assistant.Tools.Undo;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>What a person is shown of the vacation responder, and asked.</summary>
internal sealed class VacationProposals(AccountZones zones, PlainHtml html)
{
    public async Task<VacationView> ViewAsync(GoogleAccount account, VacationSpec spec, CancellationToken cancellationToken)
    {
        var zone = await zones.OfAsync(account, cancellationToken);
        var body = spec.Html is null ? spec.Text : html.Text(spec.Html, cancellationToken);
        return new(
            spec.Enabled,
            spec.Subject,
            string.IsNullOrEmpty(body) ? null : body,
            Show(spec.Start, zone),
            Show(spec.End, zone),
            spec.OnlyContacts,
            spec.OnlyDomain);
    }

    public async Task<Proposal> SetAsync(GoogleAccount account, VacationSpec wanted, string? undoes, string[] warnings, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(account, wanted, cancellationToken);
        var lines = new List<CardLine> { new("Account", $"{account.Nickname} <{account.Email}>") };
        if (wanted.Enabled)
        {
            lines.Add(new("From", view.From ?? "at once"));
            lines.Add(new("Until", view.Until ?? "until it is turned off"));
            lines.Add(new("Answers", (wanted.OnlyContacts, wanted.OnlyDomain) switch
            {
                (true, true) => "only contacts in the own organisation",
                (true, false) => "only contacts",
                (false, true) => "only the own organisation",
                _ => "everybody who writes",
            }));
            lines.Add(new("Subject", view.Subject ?? ""));
        }

        return new()
        {
            Kind = VacationAction.Name,
            Account = account,
            Card = new(
                wanted.Enabled ? "Turn on this vacation responder?" : "Turn off the vacation responder?", lines, wanted.Enabled ? view.Body : null, warnings),
            Payload = new SettingWork<VacationSpec>(wanted, undoes).ToJson(),
            AlwaysAsk = true,
        };
    }

    private static string? Show(long? milliseconds, TimeZoneInfo zone) =>
        milliseconds is { } at ? Moments.Show(DateTimeOffset.FromUnixTimeMilliseconds(at), zone) : null;
}

/// <summary>The vacation responder is set to what it was.</summary>
internal sealed class VacationReversal(VacationProposals proposals, VacationStore store) : IAgreedReversal
{
    public string Kind => VacationSpec.Kind;

    public PermissionLevel Level => PermissionLevel.Send;

    public async Task<Proposal> ProposeAsync(GoogleAccount account, string changeId, string undo, CancellationToken cancellationToken)
    {
        var change = JsonSerializer.Deserialize<VacationUndo>(undo, ToolJson.Options)!;
        var now = await store.GetAsync(account, cancellationToken);
        var isAsLeft = now with { Html = null } == change.After with { Html = null };
        string[] warnings = isAsLeft || now == change.Before ? [] : ["It was changed again since; that is lost."];
        return await proposals.SetAsync(account, change.Before, changeId, warnings, cancellationToken);
    }
}
