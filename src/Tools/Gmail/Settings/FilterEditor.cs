using Assistant.Tools.Agreements;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>Lists filters, and asks the person before one is made or deleted.</summary>
internal sealed class FilterEditor(
    GoogleAccounts accounts, FilterStore filters, FilterWords words, FilterProposals proposals, LabelNames labels, RepeatableAgreements agreements)
{
    private const int Megabyte = 1024 * 1024;

    public async Task<FilterList> ListAsync(string? account, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        var entries = new List<FilterEntry>();
        foreach (var filter in await filters.AllAsync(owner, cancellationToken))
            entries.Add(new(filter.Id, FilterWords.When(filter), await words.ThenAsync(owner, filter, cancellationToken)));
        return Budgeted.Items(ResultBudget.Characters(null), entries.Count, count => new FilterList(
            [.. entries.Take(count)], count < entries.Count ? [$"{entries.Count - count} more are not shown."] : null));
    }

    public async Task<OutboxResult> CreateAsync(
        string? account,
        FilterTemplate? template,
        FilterSpec criteria,
        int? largerThanMb,
        string? label,
        IReadOnlyList<FilterStep>? steps,
        CancellationToken cancellationToken)
    {
        if (await agreements.AnsweredAsync(cancellationToken) is { } answered)
            return answered;
        var owner = await accounts.OneAsync(account, cancellationToken);
        var (add, remove) = FilterTemplates.Labels(steps ?? []);
        if (label is not null)
            add = [.. add.Append(await labels.IdAsync(owner, label, cancellationToken)).Distinct()];
        var filter = FilterTemplates.Apply(template, criteria with
        {
            Add = add,
            Remove = remove,
            Size = largerThanMb * Megabyte,
            SizeComparison = largerThanMb is null ? null : "larger",
        });
        if (FilterWords.When(filter).Length == 0)
            throw new ToolFailure(
                "bad_argument",
                "Say which mail the filter is about, with 'from', 'to', 'subject', 'has_words', 'has_attachment', 'larger_than_mb' or a template.");
        if (filter.Add.Count + filter.Remove.Count == 0)
            throw new ToolFailure("bad_argument", "Say what the filter does, with 'label' or 'actions'.");
        if ((await filters.AllAsync(owner, cancellationToken)).FirstOrDefault(one => one.Same(filter)) is { } there)
            throw new ToolFailure("filter_exists", $"There is such a filter already in account {owner.Nickname} (id {there.Id}).");
        return await agreements.AskAsync(await proposals.CreateAsync(owner, filter, undoes: null, cancellationToken), cancellationToken);
    }

    public async Task<OutboxResult> DeleteAsync(string? account, string filterId, CancellationToken cancellationToken)
    {
        if (await agreements.AnsweredAsync(cancellationToken) is { } answered)
            return answered;
        var owner = await accounts.OneAsync(account, cancellationToken);
        var filter = await filters.FindAsync(owner, new FilterSpec { Id = filterId.Trim() }, cancellationToken)
            ?? throw new ToolFailure("not_found", $"There is no filter '{filterId}' in account {owner.Nickname}. gmail_list_filters shows them.");
        return await agreements.AskAsync(await proposals.DeleteAsync(owner, filter, undoes: null, cancellationToken), cancellationToken);
    }
}
