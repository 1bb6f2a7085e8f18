using System.Text.Json;
using Assistant.TokenStore;

namespace Assistant.Tools.Gmail.Settings;

internal sealed class FilterCreateAction(FilterStore filters, FilterWords words, IChangeJournal journal) : SettingAction<FilterSpec>(journal)
{
    public const string Name = "filter.create";

    public override string Kind => Name;

    protected override async Task<string?> LookAsync(GoogleAccount account, FilterSpec wanted, CancellationToken cancellationToken) =>
        (await filters.AllAsync(account, cancellationToken)).FirstOrDefault(one => one.Same(wanted)) is { } there
            ? $"The filter is there (id {there.Id})."
            : null;

    protected override async Task<(string Kind, string Summary, string? Undo)> IntentAsync(
        GoogleAccount account, FilterSpec wanted, CancellationToken cancellationToken) =>
        (
            FilterSpec.Created,
            $"filter created: {FilterWords.When(wanted)} -> {await words.ThenAsync(account, wanted, cancellationToken)}",
            JsonSerializer.Serialize(wanted, ToolJson.Options));

    protected override async Task<string> DoAsync(GoogleAccount account, FilterSpec wanted, CancellationToken cancellationToken)
    {
        await filters.CreateAsync(account, wanted, cancellationToken);
        return "The filter is made; it works on mail that arrives from now on.";
    }
}

internal sealed class FilterDeleteAction(FilterStore filters, FilterWords words, IChangeJournal journal) : SettingAction<FilterSpec>(journal)
{
    public const string Name = "filter.delete";

    public override string Kind => Name;

    protected override async Task<string?> LookAsync(GoogleAccount account, FilterSpec wanted, CancellationToken cancellationToken) =>
        await filters.FindAsync(account, wanted, cancellationToken) is null ? "The filter is deleted." : null;

    protected override async Task<(string Kind, string Summary, string? Undo)> IntentAsync(
        GoogleAccount account, FilterSpec wanted, CancellationToken cancellationToken)
    {
        var then = await words.ThenAsync(account, wanted, cancellationToken);
        return (
            FilterSpec.Deleted,
            $"filter deleted: {FilterWords.When(wanted)} -> {then}",
            wanted.Forward is null ? JsonSerializer.Serialize(wanted with { Id = null }, ToolJson.Options) : null);
    }

    protected override async Task<string> DoAsync(GoogleAccount account, FilterSpec wanted, CancellationToken cancellationToken)
    {
        var found = (await filters.FindAsync(account, wanted, cancellationToken))?.Id;
        if (found is not null)
            await filters.DeleteAsync(account, found, cancellationToken);
        return "The filter is deleted; mail that it sorted stays as it is.";
    }
}
