namespace Assistant.Tools.Tests.Compose;

/// <summary>
/// Threads mails by Message-ID, In-Reply-To and References alone, as mail programs other than Gmail do (https://www.jwz.org/doc/threading.html), on raw
/// bytes and with a header reader of its own.
/// </summary>
internal static class ThreadingJudge
{
    public static bool AreOneThread(params IReadOnlyList<byte[]> mails)
    {
        var groups = new List<HashSet<string>>();
        foreach (var mail in mails)
        {
            var ids = Ids(mail).ToHashSet(StringComparer.Ordinal);
            var touched = groups.Where(group => group.Overlaps(ids)).ToList();
            foreach (var group in touched)
            {
                ids.UnionWith(group);
                groups.Remove(group);
            }

            groups.Add(ids);
        }

        return groups.Count == 1;
    }

    /// <summary>The field's value, unfolded, or null.</summary>
    public static string? Field(byte[] mail, string name)
    {
        var head = System.Text.Encoding.UTF8.GetString(mail).Split("\r\n\r\n")[0].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        return head.Split("\r\n").Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 1)..].Trim()).FirstOrDefault();
    }

    private static IEnumerable<string> Ids(byte[] mail) => new[] { "Message-ID", "In-Reply-To", "References" }
        .SelectMany(name => (Field(mail, name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
