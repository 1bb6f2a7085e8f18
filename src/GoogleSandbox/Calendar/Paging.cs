using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>Pages of a list by the key of the last item, so that a change between two pages neither repeats nor skips others.</summary>
internal sealed class Paging
{
    private readonly string _query;
    private readonly PageToken? _token;

    /// <exception cref="ApiException">400: a page token that was not made for this query.</exception>
    public Paging(ApiCall call, long version)
    {
        _query = Tokens.Query(call);
        Version = version;
        if (call.One("pageToken") is not { } text)
            return;
        _token = Tokens.Read<PageToken>(text);
        if (_token is null || _token.Query != _query)
            throw new ApiException(400, "invalid", "Invalid page token value.");
        Version = _token.Version;
    }

    /// <summary>The latest change when the first page was made: what a sync token of the last page may claim to know.</summary>
    public long Version { get; }

    public (IReadOnlyList<T> Items, string? Next) Take<T>(IEnumerable<(string Key, T Item)> all, int size)
    {
        var rest = all.OrderBy(item => item.Key, StringComparer.Ordinal)
            .SkipWhile(item => _token is not null && string.CompareOrdinal(item.Key, _token.Last) <= 0)
            .Take(size + 1).ToList();
        var page = rest.Take(size).ToList();
        var next = rest.Count > size ? Tokens.Write(new PageToken(_query, page[^1].Key, Version)) : null;
        return ([.. page.Select(item => item.Item)], next);
    }
}
