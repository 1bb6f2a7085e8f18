using Assistant.Retrieval.Analysis;

namespace Assistant.Retrieval.Index;

/// <summary>One document as the store keeps it for filters and ranks.</summary>
internal readonly record struct DocumentRow(
    int Ordinal, DocumentKind Kind, string ThreadId, long At, Language Language, int Length, bool HasAttachment, string Labels, bool IsGone, long Changed);

/// <summary>
/// What filters and ranks need of every document of an account, in memory: about 30 bytes each. It grows with the index; a search reads only what
/// changed since the one before. The place of a document is its ordinal.
/// </summary>
internal sealed class DocumentTable
{
    private readonly Dictionary<string, int> _labelSets = new(StringComparer.Ordinal);
    private readonly List<string[]> _labels = [];
    private byte[] _kinds = [];
    private long[] _at = [];
    private int[] _lengths = [];
    private int[] _labelsOf = [];
    private ulong[] _threads = [];
    private bool[] _alive = [];
    private bool[] _attachments = [];
    private byte[] _languages = [];
    private long _totalLength;

    public long Generation { get; private set; }

    /// <summary>Living documents.</summary>
    public int Count { get; private set; }

    /// <summary>One more than the largest ordinal.</summary>
    public int End { get; private set; }

    public double AverageLength => Count == 0 ? 1 : Math.Max(1, (double)_totalLength / Count);

    /// <summary>How many living documents are in each language.</summary>
    public int[] ByLanguage { get; } = new int[Enum.GetValues<Language>().Length];

    public bool IsAlive(int ordinal) => ordinal < End && _alive[ordinal];

    public int Length(int ordinal) => _lengths[ordinal];

    public long At(int ordinal) => _at[ordinal];

    public ulong Thread(int ordinal) => _threads[ordinal];

    public DocumentKind Kind(int ordinal) => (DocumentKind)_kinds[ordinal];

    public string[] Labels(int ordinal) => _labels[_labelsOf[ordinal]];

    public bool HasAttachment(int ordinal) => _attachments[ordinal];

    public void Apply(IEnumerable<DocumentRow> rows, long generation)
    {
        foreach (var row in rows)
            Apply(row);
        Generation = Math.Max(Generation, generation);
    }

    /// <summary>The number of a thread (FNV-1a): threads that share one would only be shown as one.</summary>
    public static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211UL;
        return hash;
    }

    private void Apply(in DocumentRow row)
    {
        var ordinal = row.Ordinal;
        Grow(ordinal + 1);
        if (_alive[ordinal])
        {
            Count--;
            _totalLength -= _lengths[ordinal];
            ByLanguage[_languages[ordinal]]--;
        }

        _kinds[ordinal] = (byte)row.Kind;
        _at[ordinal] = row.At;
        _lengths[ordinal] = row.Length;
        _threads[ordinal] = Hash(row.ThreadId);
        _attachments[ordinal] = row.HasAttachment;
        _languages[ordinal] = (byte)row.Language;
        _labelsOf[ordinal] = LabelSet(row.Labels);
        _alive[ordinal] = !row.IsGone;
        if (row.IsGone)
            return;
        Count++;
        _totalLength += row.Length;
        ByLanguage[_languages[ordinal]]++;
    }

    private void Grow(int end)
    {
        if (end <= End)
            return;
        if (end > _kinds.Length)
        {
            var size = Math.Max(end, _kinds.Length + (_kinds.Length / 4) + 1024);
            Array.Resize(ref _kinds, size);
            Array.Resize(ref _at, size);
            Array.Resize(ref _lengths, size);
            Array.Resize(ref _labelsOf, size);
            Array.Resize(ref _threads, size);
            Array.Resize(ref _alive, size);
            Array.Resize(ref _attachments, size);
            Array.Resize(ref _languages, size);
        }

        End = end;
    }

    private int LabelSet(string labels)
    {
        if (_labelSets.TryGetValue(labels, out var known))
            return known;
        _labels.Add(labels.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return _labelSets[labels] = _labels.Count - 1;
    }
}
