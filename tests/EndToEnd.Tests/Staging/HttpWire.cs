using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>POSTs to <c>/mcp</c> with one key.</summary>
internal sealed class HttpWire(Uri endpoint, string key, Era era, Action<string> answered) : IWire, IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
    private readonly SemaphoreSlim _opening = new(1);
    private string? _session;

    /// <summary>What the client says that it can do, in the stateless era.</summary>
    public JsonObject? Capabilities { get; init; }

    public async Task<string> AskAsync(int id, string method, JsonObject? parameters = null)
    {
        using var response = await SendAsync(JsonRpc.Request(id, method, parameters, era, Capabilities), method, Name(method, parameters), await SessionAsync());
        return await ReadAsync(response);
    }

    /// <summary>The session's id; opened at first use. Null in the stateless era.</summary>
    public async Task<string?> SessionAsync()
    {
        if (era == Era.Stateless)
            return null;
        await _opening.WaitAsync(Stage.Stop);
        try
        {
            return _session ??= await OpenAsync();
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Any body, with the headers of its era.</summary>
    public Task<HttpResponseMessage> PostAsync(byte[] body, string? method = null, string? name = null, string? session = null) =>
        SendAsync(new ByteArrayContent(body), method, name, session);

    /// <summary>Opens the session's event stream; the answer's headers are there, its body goes on.</summary>
    public Task<HttpResponseMessage> GetAsync(string? session) => SendAsync(HttpMethod.Get, session);

    public Task<HttpResponseMessage> DeleteAsync(string? session) => SendAsync(HttpMethod.Delete, session);

    /// <summary>The JSON of an answer, whether it came as an event or alone.</summary>
    public async Task<string> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Stage.Stop);
        var json = response.Content.Headers.ContentType?.MediaType == "text/event-stream"
            ? text.Split('\n').LastOrDefault(line => line.StartsWith("data: {", StringComparison.Ordinal))?[6..] ?? ""
            : text;
        answered(json);
        return json;
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        _opening.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string? Name(string method, JsonObject? parameters) => method switch
    {
        "tools/call" or "prompts/get" => parameters?["name"]?.ToString(),
        "resources/read" => parameters?["uri"]?.ToString(),
        _ => null,
    };

    private async Task<string> OpenAsync()
    {
        using var opened = await SendAsync(JsonRpc.Initialize(0), "initialize", null, null);
        var text = await ReadAsync(opened);
        Assert.True(opened.IsSuccessStatusCode, text);
        var session = opened.Headers.GetValues("Mcp-Session-Id").Single();
        using var noted = await SendAsync(JsonRpc.Initialized, null, null, session);
        return session;
    }

    private Task<HttpResponseMessage> SendAsync(string body, string? method, string? name, string? session) =>
        SendAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(body)), method, name, session);

    private Task<HttpResponseMessage> SendAsync(HttpContent body, string? method, string? name, string? session)
    {
        var request = Request(HttpMethod.Post, session);
        request.Content = body;
        // What is too large is refused before it is on its way.
        request.Headers.ExpectContinue = body.Headers.ContentLength > 1_000_000;
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (era == Era.Stateless)
        {
            Add(request, "MCP-Protocol-Version", JsonRpc.Stateless);
            Add(request, "Mcp-Method", method);
            Add(request, "Mcp-Name", name);
        }

        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stage.Stop);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string? session) =>
        _http.SendAsync(Request(method, session), HttpCompletionOption.ResponseHeadersRead, Stage.Stop);

    private HttpRequestMessage Request(HttpMethod method, string? session)
    {
        var request = new HttpRequestMessage(method, endpoint);
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Add(request, "Mcp-Session-Id", session);
        return request;
    }

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
            request.Headers.Add(name, value);
    }
}
