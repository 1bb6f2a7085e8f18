namespace Assistant.Tools.Gmail;

/// <summary>Names that somebody may have meant.</summary>
internal static class NearNames
{
    private const int Most = 3;
    private const int Longest = 64;

    public static IReadOnlyList<string> Of(string wanted, IEnumerable<string> known)
    {
        var name = wanted.Trim().ToUpperInvariant();
        return name.Length is 0 or > Longest
            ? []
            :
            [
                .. known.Where(one => one.Length <= Longest)
                    .Select(one => (Name: one, Distance: Distance(name, one.ToUpperInvariant())))
                    .Where(one => one.Distance <= Math.Max(1, name.Length / 3))
                    .OrderBy(one => one.Distance).ThenBy(one => one.Name, StringComparer.Ordinal)
                    .Take(Most).Select(one => one.Name),
            ];
    }

    /// <summary>0 where one contains the other or ends a nested label's path, else the Levenshtein distance.</summary>
    private static int Distance(string one, string other)
    {
        if (one.Length > 2 && other.Length > 2 && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal)))
            return 0;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[other.Length];
    }
}
