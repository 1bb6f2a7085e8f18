namespace Assistant.Tools.Compose.Replies;

/// <summary>The fields that mail programs thread by (RFC 5322 §3.6.4).</summary>
internal static class Threading
{
    /// <summary>Long threads keep their beginning and the latest mails.</summary>
    private const int MostReferences = 30;

    public static IReadOnlyList<string> References(Original original)
    {
        if (original.MessageId is null)
            return original.References;
        List<string> all = [.. original.References.Where(id => id != original.MessageId).Distinct(), original.MessageId];
        return all.Count <= MostReferences ? all : [all[0], .. all.TakeLast(MostReferences - 1)];
    }

    /// <summary>Message-IDs of a field such as References; what is none is passed over.</summary>
    public static IReadOnlyList<string> Ids(string? field) =>
    [
        .. (field ?? "").Split(['<', '>', ' ', '\t', ',', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(id => id.Contains('@', StringComparison.Ordinal) && id.Length < 500 && id.All(c => c is > ' ' and < (char)127)),
    ];
}
