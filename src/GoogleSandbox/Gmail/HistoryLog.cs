namespace Assistant.GoogleSandbox.Gmail;

/// <summary>A mailbox's changes of the last week, oldest first. Not safe for threads: the mailbox locks.</summary>
internal sealed class HistoryLog(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private readonly List<HistoryRecord> _records = [];
    private ulong _forgotten;

    /// <summary>The mailbox's current history id. They have gaps, and start beyond what fits 32 bits.</summary>
    public ulong Current { get; private set; } = 5_000_000_000;

    /// <summary>The id of a change about to be made.</summary>
    public ulong Next() => Current += 7 + Current % 13;

    public void Add(HistoryRecord record) => _records.Add(record);

    /// <summary>What happened after <paramref name="start"/>, or null where that is too old or not of this mailbox.</summary>
    public IReadOnlyList<HistoryRecord>? Since(ulong start)
    {
        var old = _records.FindIndex(record => record.At > time.GetUtcNow() - Kept) is >= 0 and var first ? first : _records.Count;
        Forget(old);
        return start < _forgotten || start > Current ? null : [.. _records.Where(record => record.Id > start)];
    }

    /// <summary>Makes every id given out so far too old.</summary>
    public void Expire()
    {
        Forget(_records.Count);
        _forgotten = Next();
    }

    private void Forget(int count)
    {
        if (count == 0)
            return;
        _forgotten = Math.Max(_forgotten, _records[count - 1].Id);
        _records.RemoveRange(0, count);
    }
}
