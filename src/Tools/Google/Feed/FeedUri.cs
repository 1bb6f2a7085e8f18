namespace Assistant.Tools.Google.Feed;

/// <summary>A resource that tells when it changed: the inbox or the coming events of an account.</summary>
internal sealed record FeedUri(string Account, bool IsMail)
{
    public const string Known = "gmail://{account}/inbox and calendar://{account}/upcoming";

    /// <summary>Null where the resource does not tell.</summary>
    public static FeedUri? TryParse(string uri) => uri.Split("://") switch
    {
        ["gmail", var rest] when rest.EndsWith("/inbox", StringComparison.Ordinal) && Name(rest) is { } account => new(account, true),
        ["calendar", var rest] when rest.EndsWith("/upcoming", StringComparison.Ordinal) && Name(rest) is { } account => new(account, false),
        _ => null,
    };

    private static string? Name(string rest) => rest.Split('/') is [{ Length: > 0 } account, _] ? Uri.UnescapeDataString(account) : null;
}
