using System.Net;
using System.Text.Json.Nodes;

namespace Assistant.Server.Tests.Transports;

public sealed class HttpIdentityTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer nobody")]
    [InlineData("Bearer ya29.a0AfH6SMBx-a-google-token")]
    [InlineData("Basic a2V5LWFubjo=")]
    [InlineData("key-ann")]
    public async Task Whoever_has_no_valid_key_gets_401_and_the_way_to_the_metadata(string? authorization)
    {
        await using var server = await ProbeServer.StartAsync();
        var client = server.Client(key: null);
        foreach (var request in (HttpRequestMessage[])[
            Exchange.Request(Messages.Initialize(1, "2025-11-25")),
            Exchange.ModernCall(1, "who"),
            new(HttpMethod.Get, "/mcp"),
            new(HttpMethod.Delete, "/mcp")])
        {
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            var refused = await Exchange.SendAsync(client, request);

            Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
            Assert.Equal("A valid key is required: send 'Authorization: Bearer KEY'.", (string?)refused.Body!["error"]!["message"]);
            var challenge = Assert.Single(refused.Response.Headers.WwwAuthenticate);
            Assert.Equal("Bearer", challenge.Scheme);
            Assert.Contains($"resource_metadata=\"{server.Url}.well-known/oauth-protected-resource/mcp\"", challenge.Parameter, StringComparison.Ordinal);
            Assert.Contains("scope=\"mcp\"", challenge.Parameter, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("key")]
    public async Task A_key_in_the_url_is_refused_even_beside_a_valid_header(string name)
    {
        await using var server = await ProbeServer.StartAsync();
        var request = Exchange.ModernCall(1, "who");
        request.RequestUri = new Uri($"/mcp?{name}=key-ann", UriKind.Relative);

        var refused = await Exchange.SendAsync(server.Client(), request);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Theory]
    [InlineData("/.well-known/oauth-protected-resource")]
    [InlineData("/.well-known/oauth-protected-resource/mcp")]
    public async Task The_metadata_is_public_and_names_the_resource(string path)
    {
        await using var server = await ProbeServer.StartAsync();

        var document = JsonNode.Parse(await server.Client(key: null).GetStringAsync(path, TestContext.Current.CancellationToken))!;

        Assert.Equal(server.Mcp.ToString(), (string?)document["resource"]);
        Assert.Equal("header", (string?)document["bearer_methods_supported"]![0]);
    }

    [Fact]
    public async Task Another_ones_session_is_answered_as_one_that_does_not_exist()
    {
        await using var server = await ProbeServer.StartAsync();
        var session = await Exchange.OpenAsync(server.Client("key-ann"));
        var bob = server.Client("key-bob");

        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Get, HttpMethod.Delete])
        {
            var foreign = await Exchange.SendAsync(bob, WithSession(method, session));
            var unknown = await Exchange.SendAsync(bob, WithSession(method, "no-such-session"));

            Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
            Assert.Equal(unknown.Status, foreign.Status);
            Assert.Equal(unknown.Body!.ToJsonString(), foreign.Body!.ToJsonString());
            Assert.Equal(unknown.Response.Headers.Count(), foreign.Response.Headers.Count());
        }

        var own = await Exchange.SendAsync(server.Client("key-ann"), Exchange.Request(Messages.Call(7, "who"), ("Mcp-Session-Id", session)));
        Assert.Equal("ann:", own.Text);
    }

    [Fact]
    public async Task Two_people_with_the_same_ids_never_see_each_others_answers()
    {
        await using var server = await ProbeServer.StartAsync();
        var people = ((string Name, HttpClient Client, string Session)[])[
            ("ann", server.Client("key-ann"), await Exchange.OpenAsync(server.Client("key-ann"))),
            ("bob", server.Client("key-bob"), await Exchange.OpenAsync(server.Client("key-bob")))];

        var calls = Enumerable.Range(0, 1000).Select(async number =>
        {
            var (name, client, session) = people[number % 2];
            var id = number / 4;
            var arguments = new JsonObject { ["text"] = $"{number}" };
            var request = number % 4 < 2
                ? Exchange.ModernCall(id, "who", arguments)
                : Exchange.Request(Messages.Call(id, "who", arguments), ("Mcp-Session-Id", session));
            var answer = await Exchange.SendAsync(client, request);

            Assert.Equal($"{name}:{number}", answer.Text);
            Assert.Equal(id, (int?)answer.Body!["id"]);
        });
        await Task.WhenAll(calls);
    }

    private static HttpRequestMessage WithSession(HttpMethod method, string session)
    {
        var request = Exchange.Request(Messages.Call(1, "who"), ("Mcp-Session-Id", session));
        request.Method = method;
        if (method != HttpMethod.Post)
            request.Content = null;
        return request;
    }
}
