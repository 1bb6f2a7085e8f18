using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Outbox;

/// <summary>The caller's own outbox: what a key may not use of the accounts it does not see.</summary>
internal sealed class OutboxDesk(IOutboxStore outbox, GoogleAccounts accounts, CurrentCall call)
{
    private const int Most = 100;
    private const int WhatCharacters = 200;

    public async Task<OutboxList> ListAsync(string? id, bool open, CancellationToken cancellationToken)
    {
        if (id is not null)
            return new([Item(await OneAsync(id, cancellationToken), whole: true)]);
        var allowed = (await accounts.AllowedAsync(cancellationToken)).Select(account => account.Id).ToHashSet(StringComparer.Ordinal);
        var entries = (await outbox.ListAsync(call.Caller.UserId, open, Most, cancellationToken)).Where(entry => allowed.Contains(entry.AccountId)).ToList();
        return Budgeted.Items(ResultBudget.Characters(null), entries.Count, count => new OutboxList([.. entries.Take(count).Select(entry => Item(entry, whole: false))]));
    }

    public async Task<OutboxResult> CancelAsync(string id, CancellationToken cancellationToken)
    {
        var entry = await OneAsync(id, cancellationToken);
        var cancelled = await outbox.CloseAsync(entry.Id, OutboxState.Cancelled, held: true, nonce: null, cancellationToken);
        entry = await OneAsync(id, cancellationToken);
        return cancelled || entry.State == OutboxState.Cancelled
            ? OutboxResults.Of(entry, null)
            : throw new ToolFailure("too_late", $"It cannot be taken back any more. {OutboxResults.Of(entry, null).Message}");
    }

    private async Task<OutboxEntry> OneAsync(string id, CancellationToken cancellationToken)
    {
        var allowed = await accounts.AllowedAsync(cancellationToken);
        return await outbox.FindAsync(call.Caller.UserId, id, cancellationToken) is { } entry && allowed.Any(account => account.Id == entry.AccountId)
            ? entry
            : throw new ToolFailure("not_found", $"There is no entry '{id}' in the outbox. outbox_list shows what there is.");
    }

    private static OutboxItem Item(OutboxEntry entry, bool whole)
    {
        var result = OutboxResults.Of(entry, null);
        var card = StoredCard.Of(entry).Card;
        var what = whole ? card.ToText() : $"{card.Title} {string.Join("; ", card.Lines.Where(line => line.Name is "To" or "Subject").Select(line => line.Value))}";
        return new(entry.Id, result.State, Moments.Show(entry.State == OutboxState.Held ? entry.DueAt ?? entry.CreatedAt : entry.FinishedAt ?? entry.CreatedAt, TimeZoneInfo.Utc),
            whole || what.Length <= WhatCharacters ? what : what[..WhatCharacters] + "…", result.Message);
    }
}
