using Assistant.Tools.Agreements;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>What a caller wants of the vacation responder; null keeps what is set.</summary>
internal sealed record VacationWish(bool Enabled, string? Subject, string? Body, string? FirstDay, string? LastDay, bool? OnlyContacts, bool? OnlyDomain);

/// <summary>Shows the vacation responder, and asks the person before it is changed.</summary>
internal sealed class VacationResponder(
    GoogleAccounts accounts, VacationStore store, VacationProposals proposals, AccountZones zones, RepeatableAgreements agreements, TimeProvider time)
{
    public async Task<VacationView> GetAsync(string? account, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        return await proposals.ViewAsync(owner, await store.GetAsync(owner, cancellationToken), cancellationToken);
    }

    public async Task<OutboxResult> SetAsync(string? account, VacationWish wish, CancellationToken cancellationToken)
    {
        if (await agreements.AnsweredAsync(cancellationToken) is { } answered)
            return answered;
        var owner = await accounts.OneAsync(account, cancellationToken);
        var current = await store.GetAsync(owner, cancellationToken);
        var wanted = wish.Enabled
            ? Wanted(wish, current, await zones.OfAsync(owner, cancellationToken))
            : current with { Enabled = false };
        return await agreements.AskAsync(await proposals.SetAsync(owner, wanted, undoes: null, [], cancellationToken), cancellationToken);
    }

    private VacationSpec Wanted(VacationWish wish, VacationSpec current, TimeZoneInfo zone)
    {
        var start = wish.FirstDay is null ? (DateTimeOffset?)null : Moments.Parse("first_day", wish.FirstDay, zone, isEnd: false);
        var end = wish.LastDay is null ? (DateTimeOffset?)null : Moments.Parse("last_day", wish.LastDay, zone, isEnd: true);
        if (end <= (start ?? time.GetUtcNow()))
            throw new ToolFailure("bad_argument", $"The argument 'last_day' must be {(start is null ? "in the future" : "after 'first_day'")}.");
        if (end <= time.GetUtcNow())
            throw new ToolFailure("bad_argument", "The argument 'last_day' must be in the future.");
        var wanted = new VacationSpec(
            true,
            wish.Subject is null ? current.Subject : UntrustedText.Line(wish.Subject),
            wish.Body is null ? current.Text : wish.Body.ReplaceLineEndings("\n").Trim(),
            wish.Body is null ? current.Html : null,
            start?.ToUnixTimeMilliseconds(),
            end?.ToUnixTimeMilliseconds(),
            wish.OnlyContacts ?? current.OnlyContacts,
            wish.OnlyDomain ?? current.OnlyDomain);
        return string.IsNullOrEmpty(wanted.Subject) && string.IsNullOrEmpty(wanted.Text) && string.IsNullOrEmpty(wanted.Html)
            ? throw new ToolFailure("bad_argument", "Say what the responder answers, with 'body' or 'subject'.")
            : wanted;
    }
}
