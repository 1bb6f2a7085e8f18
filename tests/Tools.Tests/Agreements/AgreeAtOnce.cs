using Assistant.TokenStore;
using Assistant.Tools.Agreements;

namespace Assistant.Tools.Tests.Agreements;

/// <summary>A person who agrees to everything at once, and a record of what they were shown.</summary>
internal sealed class AgreeAtOnce(IEnumerable<IAgreedAction> actions) : IAgreements
{
    public List<Proposal> Proposals { get; } = [];

    public Task<OutboxResult?> ResumeAsync(string? idempotencyKey, CancellationToken cancellationToken) => Task.FromResult<OutboxResult?>(null);

    public async Task<OutboxResult> ProposeAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        Proposals.Add(proposal);
        using var content = new MemoryStream();
        if (proposal.Content is { } write)
            await write(content, cancellationToken);
        var work = new AgreedWork($"o{Proposals.Count}", proposal.Account, proposal.Payload, null, () => new MemoryStream(content.ToArray()), (_, _) => Task.CompletedTask);
        var outcome = await actions.Single(action => action.Kind == proposal.Kind).RunAsync(work, cancellationToken);
        return new(outcome.State == OutboxState.Done ? "done" : "not_done", work.EntryId, outcome.Text, outcome.MessageId, outcome.ThreadId);
    }
}
