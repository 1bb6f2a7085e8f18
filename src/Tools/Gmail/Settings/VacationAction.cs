using System.Text.Json;
using Assistant.TokenStore;

namespace Assistant.Tools.Gmail.Settings;

internal sealed class VacationAction(VacationStore store, PlainHtml html, IChangeJournal journal) : SettingAction<VacationSpec>(journal)
{
    public const string Name = "vacation";

    public override string Kind => Name;

    protected override async Task<string?> LookAsync(GoogleAccount account, VacationSpec wanted, CancellationToken cancellationToken) =>
        Same(await store.GetAsync(account, cancellationToken), wanted, cancellationToken) ? Said(wanted) : null;

    protected override async Task<(string Kind, string Summary, string? Undo)> IntentAsync(
        GoogleAccount account, VacationSpec wanted, CancellationToken cancellationToken) => (
        VacationSpec.Kind,
        wanted.Enabled ? "vacation responder turned on or changed" : "vacation responder turned off",
        JsonSerializer.Serialize(new VacationUndo(await store.GetAsync(account, cancellationToken), wanted), ToolJson.Options));

    protected override async Task<string> DoAsync(GoogleAccount account, VacationSpec wanted, CancellationToken cancellationToken)
    {
        await store.SetAsync(account, wanted, cancellationToken);
        return Said(wanted);
    }

    private static string Said(VacationSpec wanted) => wanted.Enabled ? "The vacation responder is on as shown." : "The vacation responder is off.";

    private bool Same(VacationSpec one, VacationSpec other, CancellationToken cancellationToken) =>
        one with { Text = null, Html = null, Subject = null } == other with { Text = null, Html = null, Subject = null }
        && (one.Subject ?? "") == (other.Subject ?? "")
        && (other.Html is null ? (one.Text ?? "") == (other.Text ?? "") : html.Same(one.Html, other.Html, cancellationToken));
}

/// <summary>What takes a change of the vacation responder back, as it is journalled.</summary>
internal sealed record VacationUndo(VacationSpec Before, VacationSpec After);
