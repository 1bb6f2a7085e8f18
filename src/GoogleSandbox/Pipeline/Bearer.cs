using Assistant.GoogleSandbox.OAuth;

namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>The access token of a request: in the header, or where Google also takes it, in the query.</summary>
internal static class Bearer
{
    public static AccessToken? Open(IncomingRequest request, Authority authority)
    {
        var header = request.Header("Authorization");
        var token = header?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true
            ? header["Bearer ".Length..].Trim()
            : (request.Query.GetValueOrDefault("access_token") ?? request.Query.GetValueOrDefault("oauth_token"))?[0];
        return token is null ? null : authority.Open(token);
    }
}
