using System.Net;
using System.Text.Json.Nodes;

namespace Assistant.Server.Tests.Transports;

/// <summary>One POST to <c>/mcp</c> and what came back, as a client on plain HTTP sees it.</summary>
internal sealed record Exchange(HttpStatusCode Status, JsonNode? Body, HttpResponseMessage Response)
{
    public int? ErrorCode => (int?)Body?["error"]?["code"];

    public string? Text => (string?)Body?["result"]?["content"]?[0]?["text"];

    public string SessionId => Response.Headers.GetValues("Mcp-Session-Id").Single();

    public static HttpRequestMessage Request(string body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = ProbeServer.Json(body) };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>A request of 2026-07-28 with its headers.</summary>
    public static HttpRequestMessage Modern(string method, string body, string? name = null, params (string Name, string Value)[] more)
    {
        var request = Request(body, [("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", method), .. more]);
        if (name is not null)
            request.Headers.TryAddWithoutValidation("Mcp-Name", name);
        return request;
    }

    public static HttpRequestMessage ModernCall(int id, string tool, JsonObject? arguments = null) =>
        Modern("tools/call", Messages.Call(id, tool, arguments, isModern: true), tool);

    public static async Task<Exchange> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var json = response.Content.Headers.ContentType?.MediaType == "text/event-stream"
            ? text.Split('\n').LastOrDefault(line => line.StartsWith("data: {", StringComparison.Ordinal))?[6..]
            : text;
        return new Exchange(response.StatusCode, string.IsNullOrEmpty(json) ? null : JsonNode.Parse(json), response);
    }

    /// <summary>Opens a session of 2025-11-25 and returns its id.</summary>
    public static async Task<string> OpenAsync(HttpClient client)
    {
        var opened = await SendAsync(client, Request(Messages.Initialize(1, "2025-11-25")));
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        var session = opened.SessionId;
        var noted = await SendAsync(client, Request(Messages.Notification("notifications/initialized"), ("Mcp-Session-Id", session)));
        Assert.Equal(HttpStatusCode.Accepted, noted.Status);
        return session;
    }
}
