using System.Net;
using System.Text;

namespace Assistant.GoogleClients.Tests.Http;

/// <summary>Stands for the network. Each step answers one request; a request too many fails the test.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _steps = new();

    public List<(string Verb, Uri Uri, string Body, Version Version)> Requests { get; } = [];

    public bool IsDisposed { get; private set; }

    public ScriptedHandler Then(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> step)
    {
        _steps.Enqueue(step);
        return this;
    }

    public ScriptedHandler Then(Exception error) => Then((_, _) => Task.FromException<HttpResponseMessage>(error));

    public ScriptedHandler Then(HttpStatusCode status, string body = "{}", string? retryAfter = null) => Then((request, _) =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request };
        if (retryAfter is not null)
            response.Headers.Add("Retry-After", retryAfter);
        return Task.FromResult(response);
    });

    public ScriptedHandler ThenRefuse(HttpStatusCode status, string reason, string? retryAfter = null) =>
        Then(status, $$$"""{"error":{"code":403,"message":"no","errors":[{"domain":"usageLimits","reason":"{{{reason}}}"}]}}""", retryAfter);

    /// <summary>Never answers; ends when the attempt is given up.</summary>
    public ScriptedHandler ThenHang() => Then(async (_, token) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        throw new InvalidOperationException();
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request.Method.Method, request.RequestUri!, body, request.Version));
        return _steps.TryDequeue(out var step)
            ? await step(request, cancellationToken)
            : throw new Xunit.Sdk.XunitException($"Unexpected request {Requests.Count}: {request.Method} {request.RequestUri}");
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
