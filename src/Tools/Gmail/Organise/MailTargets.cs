namespace Assistant.Tools.Gmail.Organise;

/// <summary>What a change is about: messages, or whole threads.</summary>
/// <param name="Ids">In the order given, each once.</param>
/// <param name="AreThreads">Whether they are ids of threads.</param>
/// <param name="AreFound">Whether Gmail itself named them, so that they exist.</param>
internal sealed record MailTargets(IReadOnlyList<string> Ids, bool AreThreads, bool AreFound)
{
    public int Count => Ids.Count;

    public string InWords(int count) => (count, AreThreads) switch
    {
        (1, true) => "1 thread",
        (1, false) => "1 message",
        (_, true) => $"{count} threads",
        _ => $"{count} messages",
    };
}
