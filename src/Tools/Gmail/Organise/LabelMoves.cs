namespace Assistant.Tools.Gmail.Organise;

/// <summary>Messages on which the same labels appeared and vanished.</summary>
internal sealed record LabelMove(IReadOnlyList<string> Ids, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);

/// <summary>Tells from the mailbox's history what a change did to each message.</summary>
internal static class LabelMoves
{
    /// <summary>
    /// What the change really did. A label was put on by it only if the first thing that happened to it afterwards is that it appeared: a message that
    /// had it already shows nothing, or its removal by somebody else.
    /// </summary>
    /// <param name="log">From just before the change to just after it.</param>
    /// <param name="undo">The change.</param>
    public static IReadOnlyList<LabelMove> Of(LabelLog log, LabelUndo undo) => Of(log, undo, (_, _) => true, onlyUnaltered: false);

    /// <summary>
    /// The same, long after the change: without what was altered again since, and without what somebody else did to labels that it only could have touched.
    /// </summary>
    public static IReadOnlyList<LabelMove> Left(LabelLog log, LabelUndo undo)
    {
        var done = undo.Done?.SelectMany(move => move.Ids.SelectMany(id => move.Added.Concat(move.Removed).Select(label => (id, label)))).ToHashSet();
        return Of(log, undo, (id, label) => !undo.Aside.Contains(label) || (done?.Contains((id, label)) ?? label == "INBOX"), onlyUnaltered: true);
    }

    private static IReadOnlyList<LabelMove> Of(LabelLog log, LabelUndo undo, Func<string, string, bool> mayBe, bool onlyUnaltered)
    {
        var targets = undo.Ids.ToHashSet(StringComparer.Ordinal);
        var (first, last) = (new Dictionary<(string, string), bool>(), new Dictionary<(string, string), bool>());
        foreach (var one in log.Events.Where(one => targets.Contains(undo.AreThreads ? one.ThreadId : one.MessageId)))
        {
            first.TryAdd((one.MessageId, one.LabelId), one.Added);
            last[(one.MessageId, one.LabelId)] = one.Added;
        }

        return
        [
            .. first
                .Where(one => (one.Value ? undo.Add : undo.Remove).Contains(one.Key.Item2) && !log.Deleted.Contains(one.Key.Item1))
                .Where(one => mayBe(one.Key.Item1, one.Key.Item2))
                .Where(one => !onlyUnaltered || last[one.Key] == one.Value)
                .GroupBy(one => one.Key.Item1, one => (Label: one.Key.Item2, Added: one.Value), StringComparer.Ordinal)
                .Select(message => (
                    Id: message.Key,
                    Added: message.Where(one => one.Added).Select(one => one.Label).Order(StringComparer.Ordinal).ToList(),
                    Removed: message.Where(one => !one.Added).Select(one => one.Label).Order(StringComparer.Ordinal).ToList()))
                .GroupBy(message => (string.Join(' ', message.Added), string.Join(' ', message.Removed)))
                .Select(same => new LabelMove([.. same.Select(message => message.Id)], same.First().Added, same.First().Removed)),
        ];
    }
}
