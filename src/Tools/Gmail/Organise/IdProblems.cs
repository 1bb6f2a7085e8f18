namespace Assistant.Tools.Gmail.Organise;

/// <summary>Says which ids were not changed and why, exactly and short.</summary>
internal static class IdProblems
{
    /// <summary>More ids than that are told as ranges of the given order.</summary>
    private const int MostNamed = 250;

    public static IReadOnlyList<string>? Of(MailTargets targets, IReadOnlyList<Unchanged> unchanged, bool isKnown)
    {
        var place = targets.Ids.Select((id, index) => (id, index)).ToDictionary(one => one.id, one => one.index, StringComparer.Ordinal);
        var problems = unchanged
            .GroupBy(one => (Why: Why(one, targets.AreThreads), one.IsOpen))
            .Select(group => $"{targets.InWords(group.Count())} {State(group.Key.IsOpen, isKnown)}: {group.Key.Why} Ids: {Ids(group, place)}")
            .ToList();
        return problems.Count > 0 ? problems : null;
    }

    private static string State(bool isOpen, bool isKnown) => (isOpen, isKnown) switch
    {
        (false, _) => "not changed",
        (true, true) => "not changed (or so already)",
        _ => "perhaps not changed",
    };

    private static string Why(Unchanged one, bool isThread) => one.Why.Code switch
    {
        "not_found" when isThread => "there is no such thread; is it a message's id?",
        "not_found" => "there is no such message; is it a thread's id?",
        _ => one.Why.Message,
    };

    private static string Ids(IEnumerable<Unchanged> unchanged, Dictionary<string, int> place)
    {
        var ids = unchanged.Select(one => one.Id).OrderBy(id => place[id]).ToList();
        if (ids.Count <= MostNamed)
            return string.Join(", ", ids);
        var ranges = new List<string>();
        for (var start = 0; start < ids.Count;)
        {
            var end = start;
            while (end + 1 < ids.Count && place[ids[end + 1]] == place[ids[end]] + 1)
                end++;
            var numbers = $"numbers {place[ids[start]] + 1} to {place[ids[end]] + 1} in their order";
            ranges.Add(start == end ? ids[start] : $"from {ids[start]} to {ids[end]} ({numbers})");
            start = end + 1;
        }

        return string.Join(", ", ranges);
    }
}
