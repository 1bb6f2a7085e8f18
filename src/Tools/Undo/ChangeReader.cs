using Assistant.TokenStore;
using Assistant.Tools.Google;

namespace Assistant.Tools.Undo;

/// <summary>The caller's last changes, in the accounts that they may use.</summary>
internal sealed class ChangeReader(IChangeJournal journal, GoogleAccounts accounts, AccountZones zones, CurrentCall call)
{
    public async Task<ChangeList> ListAsync(int limit, CancellationToken cancellationToken)
    {
        var allowed = (await accounts.AllowedAsync(cancellationToken)).ToDictionary(account => account.Id, StringComparer.Ordinal);
        var entries = new List<ChangeEntry>();
        foreach (var change in (await journal.ListAsync(call.Caller.UserId, limit, cancellationToken)).Where(change => allowed.ContainsKey(change.AccountId)))
        {
            var account = allowed[change.AccountId];
            entries.Add(new(
                change.Id,
                account.Nickname,
                Moments.Show(change.At, await zones.OfAsync(account, cancellationToken)),
                UntrustedText.Line(change.Summary),
                (change.UndoneAt, change.Undo) switch
                {
                    (not null, _) => "undone",
                    (_, null) => "cannot be undone",
                    _ => null,
                }));
        }

        return Budgeted.Items(ResultBudget.Characters(null), entries.Count, count => new ChangeList([.. entries.Take(count)]));
    }
}
