using Assistant.Retrieval.Index;

namespace Assistant.Retrieval.Vectors;

/// <summary>Vectors beside a SQLite index: full blocks in a mapped file, the newest ones in memory. The database has them all.</summary>
internal sealed class MappedVectors(IndexStore store, StoredModel model, string folder) : IVectors
{
    private const int PageRows = 8 * VectorBlock.Rows;

    private readonly string _path = Path.Combine(folder, $"vectors-{model.Id}.bin");
    private volatile Snapshot _now = new(null, []);
    private int _last = -1;

    public StoredModel Model => model;

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (_now.File is null)
            Map();
        while (await store.VectorsAsync(model.Id, _last, PageRows, cancellationToken).ConfigureAwait(false) is { Count: > 0 } rows)
        {
            Add(rows);
            if (_now.Tail.Length > 1)
                MoveToFile();
        }
    }

    public Task ScanAsync(sbyte[] question, bool[]? allowed, int best, float[] cosines, CancellationToken cancellationToken)
    {
        var now = _now;
        now.File?.Scan(question, allowed, cosines);
        foreach (var block in now.Tail)
            Cosines.Scan(block.Ordinals, block.InverseNorms, block.Vectors, question, allowed, cosines);
        return Task.CompletedTask;
    }

    public void Dispose() => _now.File?.Dispose();

    private void Add(IReadOnlyList<(int Ordinal, sbyte[] Vector)> rows)
    {
        var blocks = new List<VectorBlock>(_now.Tail);
        foreach (var document in rows.GroupBy(row => row.Ordinal))
        {
            // A document is never in two blocks: where one ends, the next process goes on after a whole document.
            if (blocks.Count == 0 || blocks[^1].Count + document.Count() > VectorBlock.Rows)
                blocks.Add(new(model.Dimensions));
            foreach (var (ordinal, vector) in document)
                blocks[^1].Add(ordinal, vector);
            _last = document.Key;
        }

        _now = new(_now.File, [.. blocks]);
    }

    private void Map()
    {
        ForgetOtherModels();
        var file = OpenOrForget(0);
        (_now, _last) = (new(file, []), file.Last);
    }

    private void ForgetOtherModels()
    {
        try
        {
            foreach (var other in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "vectors-*.bin*") : [])
            {
                if (!other.StartsWith(_path, StringComparison.Ordinal))
                    File.Delete(other);
            }
        }
        catch (IOException)
        {
            // Windows keeps a file while another process maps it; the next one deletes it.
        }
    }

    /// <summary>All blocks but the last, which may not be full, go to the file; where another process is at it, or the disk is full, they stay in memory.</summary>
    private void MoveToFile()
    {
        try
        {
            using var only = new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var file = OpenOrForget(_now.File!.Blocks);
            if (file.Blocks != _now.File.Blocks)
            {
                // Another process was faster: its blocks hold what ours do, and the rest is read again.
                (_now, _last) = (new(file, []), file.Last);
                return;
            }

            file.Dispose();
            VectorFile.Append(_path, model.Dimensions, file.Blocks, _now.Tail.SkipLast(1));
            // The old mapping is not closed: searches may still read it. It goes when the last of them is done.
            _now = new(OpenOrForget(file.Blocks), [_now.Tail[^1]]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private VectorFile OpenOrForget(int trusted)
    {
        try
        {
            return VectorFile.Open(_path, model.Dimensions, trusted);
        }
        catch (InvalidDataException)
        {
            File.Delete(_path);
            return VectorFile.Open(_path, model.Dimensions, 0);
        }
    }

    private sealed record Snapshot(VectorFile? File, VectorBlock[] Tail);
}
