namespace Assistant.Tools.Gmail.Organise;

/// <summary>What takes a change of labels back, as it is journalled.</summary>
/// <param name="Before">The mailbox's history id just before it.</param>
/// <param name="Ids">What it was about.</param>
/// <param name="AreThreads">Whether they are ids of threads.</param>
/// <param name="Add">Labels that it could make appear.</param>
/// <param name="Remove">Labels that it could make vanish.</param>
/// <param name="Aside">Those of both that were not asked for.</param>
/// <param name="Names">Names of the user's own labels among them: one that was deleted and made again has another id.</param>
/// <param name="Done">What it did, known afterwards; null where the process ended before.</param>
internal sealed record LabelUndo(
    ulong Before,
    IReadOnlyList<string> Ids,
    bool AreThreads,
    IReadOnlyCollection<string> Add,
    IReadOnlyCollection<string> Remove,
    IReadOnlyCollection<string> Aside,
    IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<LabelMove>? Done = null)
{
    public const string Kind = "labels";
}
