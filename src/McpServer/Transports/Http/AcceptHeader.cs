using Microsoft.AspNetCore.Http;

namespace Assistant.Server.Transports.Http;

internal static class AcceptHeader
{
    /// <summary>Clients must list both media types, but some send <c>*/*</c> or nothing; only a client that could not read the answer is refused.</summary>
    public static bool AllowsAnswer(IHeaderDictionary headers)
    {
        var accept = headers.Accept;
        return accept.Count == 0
            || accept.Any(value => value is not null
                && (Has(value, "text/event-stream") || Has(value, "*/*") || Has(value, "text/*")));
    }

    private static bool Has(string value, string mediaType) => value.Contains(mediaType, StringComparison.OrdinalIgnoreCase);
}
