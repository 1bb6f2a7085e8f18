using System.Net;

namespace Assistant.Server.Tests.Fakes;

/// <summary>Answers the n-th request with the n-th step; a request too many fails the test.</summary>
internal sealed class ScriptedHandler(params Func<HttpResponseMessage>[] steps) : HttpMessageHandler
{
    private readonly List<SentRequest> _sent = [];

    public IReadOnlyList<SentRequest> Sent => _sent;

    public static Func<HttpResponseMessage> Json(HttpStatusCode status, string json) => () => new(status) { Content = new StringContent(json) };

    public static Func<HttpResponseMessage> Throws(Exception problem) => () => throw problem;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        _sent.Add(new SentRequest(request.Method, request.RequestUri!, body));
        Assert.True(_sent.Count <= steps.Length, $"Unexpected request: {request.Method} {request.RequestUri}");
        return steps[_sent.Count - 1]();
    }
}

internal sealed record SentRequest(HttpMethod Method, Uri Address, string Body)
{
    public IReadOnlyDictionary<string, string> Form =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Body).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
}
