using System.Globalization;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>Cuts a list into pages; a page token is good only for the query that gave it.</summary>
internal sealed class Pages(TokenSeal seal)
{
    private const int DefaultSize = 100;
    private const int LargestSize = 500;

    /// <exception cref="ApiException">400: the token is of another query or of nobody.</exception>
    public (IReadOnlyList<T> Items, string? Next) Cut<T>(ApiCall call, IReadOnlyList<T> all)
    {
        // Gmail gives its largest page where more is asked.
        var size = Math.Clamp(call.One("maxResults") is { } asked ? Size(asked) : DefaultSize, 1, LargestSize);
        var purpose = Purpose(call);
        var start = 0;
        if (call.One("pageToken") is { } token)
            start = seal.Open(purpose, token) is { } opened ? int.Parse(opened, CultureInfo.InvariantCulture) : throw GmailErrors.Invalid("Invalid pageToken");
        var items = all.Skip(start).Take(size).ToList();
        var end = start + items.Count;
        return (items, end < all.Count ? seal.Seal(purpose, end.ToString(CultureInfo.InvariantCulture)) : null);
    }

    private static int Size(string asked) => (int)Math.Min(uint.Parse(asked, CultureInfo.InvariantCulture), LargestSize);

    private static string Purpose(ApiCall call)
    {
        var query = call.Query
            .Where(pair => pair.Key is not ("pageToken" or "maxResults" or "fields" or "prettyPrint" or "quotaUser"))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={string.Join('\u001f', pair.Value)}");
        return $"page {call.Method} {call.Person} {string.Join('\u001e', query)}";
    }
}
