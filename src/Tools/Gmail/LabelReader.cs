using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail;

internal sealed class LabelReader(GoogleAccounts accounts, GoogleServices google, LabelNames names)
{
    public async Task<LabelList> ListAsync(string? account, bool counts, CancellationToken cancellationToken)
    {
        var (answers, problems) = await Merged.AskAsync(
            await accounts.SeveralAsync(account, cancellationToken), one => EntriesAsync(one, counts, cancellationToken));
        var entries = answers.SelectMany(entries => entries).ToList();
        return Budgeted.Items(ResultBudget.Characters(ResultBudget.MaxTokens), entries.Count, count => new LabelList(
            [.. entries.Take(count)], Budgeted.Notes(problems, entries.Count - count)));
    }

    private async Task<IReadOnlyList<LabelEntry>> EntriesAsync(GoogleAccount account, bool counts, CancellationToken cancellationToken)
    {
        IReadOnlyList<Label> labels = [.. (await names.AllAsync(account, cancellationToken)).OrderBy(label => label.Type == "user").ThenBy(label => label.Name, StringComparer.Ordinal)];
        if (counts)
        {
            // labels.list does not count; labels.get does, one label at a time.
            labels = await Merged.SelectAsync(labels, (label, cancel) =>
                google.GmailAsync(account, $"label {label.Id}", service => service.Users.Labels.Get("me", label.Id).ExecuteAsync(cancel)), cancellationToken);
        }

        return [.. labels.Select(label => new LabelEntry(
            account.Nickname, label.Id, UntrustedText.Line(label.Name), counts ? label.MessagesTotal ?? 0 : null, counts ? label.MessagesUnread ?? 0 : null))];
    }
}
