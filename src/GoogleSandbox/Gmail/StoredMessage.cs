namespace Assistant.GoogleSandbox.Gmail;

/// <summary>A message in a mailbox; a change makes a new one.</summary>
/// <param name="Id">16 hex digits, unique in the whole sandbox.</param>
/// <param name="ThreadId">The id of the thread's first message.</param>
/// <param name="Content">What never changes.</param>
/// <param name="Labels">Label ids.</param>
/// <param name="ReceivedAt">Gmail's internalDate.</param>
/// <param name="HistoryId">Of its last change.</param>
internal sealed record StoredMessage(
    string Id,
    string ThreadId,
    MessageContent Content,
    IReadOnlySet<string> Labels,
    DateTimeOffset ReceivedAt,
    ulong HistoryId)
{
    public bool Has(string label) => Labels.Contains(label);
}
