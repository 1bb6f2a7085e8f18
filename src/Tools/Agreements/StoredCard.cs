using System.Text.Json;
using Assistant.TokenStore;

namespace Assistant.Tools.Agreements;

/// <summary>What an entry keeps of its proposal beside the payload: the card as it was shown, and what the policy needs.</summary>
internal sealed record StoredCard(AgreementCard Card, IReadOnlyList<string> Recipients, bool AlwaysAsk, PermissionLevel Level)
{
    public static string Write(Proposal proposal) => JsonSerializer.Serialize(new StoredCard(proposal.Card, proposal.Recipients, proposal.AlwaysAsk, proposal.Level));

    public static StoredCard Of(OutboxEntry entry) => JsonSerializer.Deserialize<StoredCard>(entry.Card)!;
}
