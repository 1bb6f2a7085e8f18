using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Undo;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>What a person is asked about a filter.</summary>
internal sealed class FilterProposals(FilterWords words)
{
    /// <exception cref="ToolFailure">It forwards.</exception>
    public async Task<Proposal> CreateAsync(GoogleAccount account, FilterSpec filter, string? undoes, CancellationToken cancellationToken)
    {
        // Refused before anybody is asked.
        filter.ToFilter();
        string[] warnings = filter.Add.Contains("TRASH") ? ["Mail that matches goes to the trash without being seen."] : [];
        return await ProposalAsync(FilterCreateAction.Name, "Create this mail filter?", account, filter, undoes, warnings, cancellationToken);
    }

    public Task<Proposal> DeleteAsync(GoogleAccount account, FilterSpec filter, string? undoes, CancellationToken cancellationToken) => ProposalAsync(
        FilterDeleteAction.Name,
        "Delete this mail filter?",
        account,
        filter,
        undoes,
        filter.Forward is null ? [] : ["It forwards mail: this server cannot make it again."],
        cancellationToken);

    private async Task<Proposal> ProposalAsync(
        string kind, string title, GoogleAccount account, FilterSpec filter, string? undoes, string[] warnings, CancellationToken cancellationToken) => new()
        {
            Kind = kind,
            Account = account,
            Card = new(
                title,
                [
                    new("Account", $"{account.Nickname} <{account.Email}>"),
                    new("Mail", FilterWords.When(filter)),
                    new("Then", await words.ThenAsync(account, filter, cancellationToken)),
                ],
                Warnings: warnings),
            Payload = new SettingWork<FilterSpec>(filter, undoes).ToJson(),
            AlwaysAsk = true,
            Level = PermissionLevel.Organise,
        };
}

/// <summary>A filter that was made is deleted, as long as it is the same.</summary>
internal sealed class FilterCreatedReversal(FilterStore filters, FilterProposals proposals) : IAgreedReversal
{
    public string Kind => FilterSpec.Created;

    public PermissionLevel Level => PermissionLevel.Organise;

    public async Task<Proposal> ProposeAsync(GoogleAccount account, string changeId, string undo, CancellationToken cancellationToken)
    {
        var made = JsonSerializer.Deserialize<FilterSpec>(undo, ToolJson.Options)!;
        var there = await filters.FindAsync(account, made, cancellationToken)
            ?? throw new ToolFailure("cannot_undo", "That filter is gone or was changed since; gmail_list_filters shows what there is.");
        return await proposals.DeleteAsync(account, there, changeId, cancellationToken);
    }
}

/// <summary>A filter that was deleted is made again.</summary>
internal sealed class FilterDeletedReversal(FilterProposals proposals) : IAgreedReversal
{
    public string Kind => FilterSpec.Deleted;

    public PermissionLevel Level => PermissionLevel.Organise;

    public Task<Proposal> ProposeAsync(GoogleAccount account, string changeId, string undo, CancellationToken cancellationToken) =>
        proposals.CreateAsync(account, JsonSerializer.Deserialize<FilterSpec>(undo, ToolJson.Options)!, changeId, cancellationToken);
}
