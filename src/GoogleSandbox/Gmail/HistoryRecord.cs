namespace Assistant.GoogleSandbox.Gmail;

internal enum HistoryType
{
    MessageAdded,
    MessageDeleted,
    LabelAdded,
    LabelRemoved,
}

/// <summary>One change: the message as it was afterwards (a deleted one: before), and the labels added or removed.</summary>
internal sealed record HistoryRecord(ulong Id, DateTimeOffset At, HistoryType Type, StoredMessage Message, IReadOnlyList<string> Labels);
