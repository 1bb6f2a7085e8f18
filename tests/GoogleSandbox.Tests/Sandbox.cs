using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Assistant.Tests.Shared;

namespace Assistant.GoogleSandbox.Tests;

/// <summary>A running sandbox with a clock that stands still, and a client for it.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    public const string ReadOnly = "https://www.googleapis.com/auth/gmail.readonly";

    private Sandbox(GoogleSandboxHost host, ManualTime time)
    {
        (Host, Time) = (host, time);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = host.BaseAddress };
    }

    public GoogleSandboxHost Host { get; }

    public ManualTime Time { get; }

    public HttpClient Client { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<Sandbox> StartAsync(params SeedMail[] mails) => StartAsync(options => options, mails);

    public static async Task<Sandbox> StartAsync(Func<GoogleSandboxOptions, GoogleSandboxOptions> change, params SeedMail[] mails)
    {
        var time = new ManualTime(SmallWorld.Now);
        var options = change(new GoogleSandboxOptions { World = SmallWorld.With(mails), Time = time });
        return new Sandbox(await GoogleSandboxHost.StartAsync(options, Cancellation), time);
    }

    /// <summary>Signs the client in for all requests to come.</summary>
    public Sandbox As(string person, params string[] scopes)
    {
        var tokens = Host.GrantTokens(person, scopes.Length > 0 ? scopes : [ReadOnly]);
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        return this;
    }

    /// <summary>The JSON of a Gmail path below <c>users/me/</c>, which must be there.</summary>
    public async Task<JsonObject> GmailAsync(string path)
    {
        using var response = await Client.GetAsync($"/gmail/v1/users/me/{path}", Cancellation);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode}: {body}");
        return JsonNode.Parse(body)!.AsObject();
    }

    /// <summary>Google's error code and reason for a path.</summary>
    public async Task<(int Code, string Reason)> RefusalAsync(string path)
    {
        using var response = await Client.GetAsync(path, Cancellation);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["error"]!;
        Assert.Equal((int)response.StatusCode, error["code"]!.GetValue<int>());
        return ((int)response.StatusCode, error["errors"]![0]!["reason"]!.GetValue<string>());
    }

    public async Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Client.PostAsync(path, form, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }
}
