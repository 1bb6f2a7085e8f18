using Assistant.Retrieval.Index;

namespace Assistant.Tools.Search;

/// <summary>Mail that no index has, by configuration: by label, or by who wrote it.</summary>
/// <param name="Labels">Names or ids of labels.</param>
/// <param name="Senders">Addresses, or domains with their @.</param>
public sealed record IndexExclusions(IReadOnlyList<string> Labels, IReadOnlyList<string> Senders)
{
    public static readonly IndexExclusions None = new([], []);

    /// <summary>Reads <c>label:Private, from:bank@example.com, from:@example.org</c>.</summary>
    /// <exception cref="ArgumentException">An entry is neither.</exception>
    public static IndexExclusions Parse(string? text)
    {
        var (labels, senders) = (new List<string>(), new List<string>());
        foreach (var entry in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (kind, value) = entry.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (entry[..colon].ToLowerInvariant(), entry[(colon + 1)..].Trim()) : ("", "");
            if (kind == "label" && value.Length > 0)
                labels.Add(value);
            else if (kind == "from" && value.Contains('@', StringComparison.Ordinal))
                senders.Add(value.ToLowerInvariant());
            else
                throw new ArgumentException($"ASSISTANT_INDEX_EXCLUDE has '{entry}': write label:NAME, from:ADDRESS or from:@DOMAIN, separated by commas.");
        }

        return new([.. labels.Order(StringComparer.Ordinal)], [.. senders.Order(StringComparer.Ordinal)]);
    }

    /// <summary>As it is configured, to notice when that changes.</summary>
    public override string ToString() => string.Join(',', [.. Labels.Select(label => $"label:{label}"), .. Senders.Select(sender => $"from:{sender}")]);

    internal bool Excludes(Party author) => Senders.Any(sender =>
        sender[0] == '@' ? author.Address.EndsWith(sender, StringComparison.OrdinalIgnoreCase) : string.Equals(author.Address, sender, StringComparison.OrdinalIgnoreCase));
}
