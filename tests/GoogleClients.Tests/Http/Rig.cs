using Assistant.Tests.Shared;

namespace Assistant.GoogleClients.Tests.Http;

/// <summary>The real pipeline over a scripted network, a clock that stands still and a random that does not surprise.</summary>
internal sealed class Rig : IDisposable
{
    public Rig(GoogleHttpOptions? options = null, GoogleEndpoints? endpoints = null)
    {
        Google = new GoogleHttp(options ?? new(), endpoints ?? new(), Time, new FixedRandom(0), Logs.CreateLogger("google"), Network);
        Client = Google.ClientFactory.CreateHttpClient(new());
    }

    public ScriptedHandler Network { get; } = new();

    public ManualTime Time { get; } = new();

    public RecordingLoggerFactory Logs { get; } = new();

    public GoogleHttp Google { get; }

    public HttpClient Client { get; }

    public Task<HttpResponseMessage> GetAsync(string path = "gmail/v1/users/me/messages/1", string account = "ann", CancellationToken? cancellationToken = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "https://google.test/" + path);
        request.Options.Set(GoogleRequest.AccountKey, account);
        return Client.SendAsync(request, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod verb, string path, string body = "{}", string? ifMatch = null)
    {
        var request = new HttpRequestMessage(verb, "https://google.test/" + path) { Content = new StringContent(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Lets time pass in small steps until the call is over.</summary>
    public async Task<T> PassUntilDoneAsync<T>(Task<T> call, TimeSpan step)
    {
        for (var steps = 0; !call.IsCompleted && steps < 1_000_000; steps++)
        {
            Time.Advance(step);
            await Task.Yield();
        }

        return await call;
    }

    public void Dispose()
    {
        Client.Dispose();
        Google.Dispose();
    }
}
