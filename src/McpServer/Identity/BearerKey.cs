using Microsoft.AspNetCore.Http;

namespace Assistant.Server.Identity;

/// <summary>The key of an <c>Authorization: Bearer</c> header (RFC 6750, section 2.1).</summary>
internal static class BearerKey
{
    private const string Scheme = "Bearer ";

    /// <summary>Longer than any key that this server issues: the rest is refused before it is hashed.</summary>
    private const int MaxLength = 1024;

    /// <summary>Names under which clients put keys into URLs, where logs and histories keep them.</summary>
    private static readonly string[] QueryNames = ["access_token", "api_key", "apikey", "key", "token", "authorization", "bearer"];

    public static string? From(IHeaderDictionary headers)
    {
        var authorization = headers.Authorization;
        if (authorization.Count != 1 || authorization[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var key = value.AsSpan(Scheme.Length).Trim();
        return key.Length is 0 or > MaxLength ? null : key.ToString();
    }

    public static bool IsInQuery(HttpRequest request) =>
        request.QueryString.HasValue && request.Query.Keys.Any(name => QueryNames.Contains(name, StringComparer.OrdinalIgnoreCase));
}
