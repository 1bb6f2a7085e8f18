using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Unsubscribe;

/// <summary>
/// Whether a DKIM signature that Gmail found good covers given fields. Gmail's verdict is in the topmost Authentication-Results field, which it writes
/// itself (RFC 8601); whatever is below may be the sender's invention.
/// </summary>
internal static class DkimVerdict
{
    private const string Gmail = "mx.google.com";

    /// <param name="message">With all of its header fields in order.</param>
    /// <param name="fields">Names in lower case.</param>
    public static bool Covers(Message message, params IReadOnlyList<string> fields)
    {
        var headers = message.Payload?.Headers ?? [];
        var results = headers.FirstOrDefault(header => Is(header, "Authentication-Results"))?.Value;
        if (results is null || !results.TrimStart().StartsWith(Gmail + ";", StringComparison.OrdinalIgnoreCase))
            return false;
        var passed = results.Split(';').Select(result => result.Trim()).Where(result => result.StartsWith("dkim=pass", StringComparison.OrdinalIgnoreCase)).Select(Properties).ToList();
        return headers.Where(header => Is(header, "DKIM-Signature")).Select(header => Tags(header.Value)).Any(signature =>
            fields.All(field => Signed(signature).Contains(field)) && passed.Any(verdict => Fits(verdict, signature)));
    }

    private static bool Fits(Dictionary<string, string> verdict, Dictionary<string, string> signature)
    {
        var domain = signature.GetValueOrDefault("d", "");
        var named = verdict.GetValueOrDefault("header.d") ?? verdict.GetValueOrDefault("header.i")?.Split('@')[^1] ?? "";
        var start = verdict.GetValueOrDefault("header.b", "");
        // The beginning of the signature tells it from another one of the same domain.
        return domain.Length > 0 && (named.Equals(domain, StringComparison.OrdinalIgnoreCase) || named.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase))
            && verdict.GetValueOrDefault("header.s", "") == signature.GetValueOrDefault("s", "")
            && start.Length >= 8 && signature.GetValueOrDefault("b", "").StartsWith(start, StringComparison.Ordinal);
    }

    private static HashSet<string> Signed(Dictionary<string, string> signature) =>
        [.. signature.GetValueOrDefault("h", "").Split(':', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => name.ToLowerInvariant())];

    /// <summary>RFC 6376 §3.2: names and values, white space in values without meaning.</summary>
    private static Dictionary<string, string> Tags(string value)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in value.Split(';').Select(tag => tag.Split('=', 2)).Where(pair => pair.Length == 2))
            tags.TryAdd(pair[0].Trim(), string.Concat(pair[1].Where(c => !char.IsWhiteSpace(c))));
        return tags;
    }

    private static Dictionary<string, string> Properties(string result)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in result.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=', 2)).Where(pair => pair.Length == 2))
            properties.TryAdd(pair[0], pair[1].Trim('"'));
        return properties;
    }

    private static bool Is(MessagePartHeader header, string name) => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase);
}
