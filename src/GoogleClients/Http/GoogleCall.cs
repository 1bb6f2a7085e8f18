using Assistant.GoogleClients.Quota;
using Polly;

namespace Assistant.GoogleClients.Http;

/// <summary>One call and how far it is.</summary>
internal sealed class GoogleCall(HttpRequestMessage request, long started)
{
    public static readonly ResiliencePropertyKey<GoogleCall> Key = new("assistant.google.call");

    public HttpRequestMessage Request { get; } = request;

    public GoogleMethod Method { get; } = GoogleMethod.Of(request);

    public string Account { get; } = request.Options.TryGetValue(GoogleRequest.AccountKey, out var account) ? account : "";

    public bool IsBackground { get; } = request.Options.TryGetValue(GoogleRequest.BackgroundKey, out var background) && background;

    /// <summary>Timestamp of the time provider.</summary>
    public long Started { get; } = started;

    public int Attempt { get; set; }

    /// <summary>How long to wait before the next attempt.</summary>
    public TimeSpan Wait { get; set; }

    /// <summary>
    /// Whether sending the request a second time does no more than sending it once, when nobody knows if the first arrived.
    /// A PUT without If-Match is not: it may send invitations twice or undo what another client wrote in between.
    /// </summary>
    public bool IsRepeatable { get; } =
        request.Method == HttpMethod.Get
        || ((request.Method == HttpMethod.Put || request.Method == HttpMethod.Patch) && request.Headers.IfMatch.Count > 0)
        || (request.Method == HttpMethod.Post && request.RequestUri?.AbsolutePath.EndsWith("/calendar/v3/freeBusy", StringComparison.Ordinal) == true);
}
