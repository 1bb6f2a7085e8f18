using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Assistant.GoogleSandbox;
using Google;
using Google.Apis.Gmail.v1;
using Google.Apis.Http;
using Microsoft.Extensions.Logging.Abstractions;
using UsersMessages = Google.Apis.Gmail.v1.UsersResource.MessagesResource;

namespace Assistant.GoogleClients.Tests;

/// <summary>The clients against the sandbox: real connections, real HTTP.</summary>
public sealed class SandboxTests : IAsyncLifetime
{
    private const string Ann = "ann@example.com";
    private GoogleSandboxHost _sandbox = null!;
    private GoogleHttp _google = null!;
    private GmailService _gmail = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var text = Encoding.ASCII.GetBytes("From: Ben <ben@example.com>\r\nTo: ann@example.com\r\nSubject: Tea\r\n\r\nAt four?\r\n");
        var mail = new SeedMail(text, ["INBOX", "UNREAD"], DateTimeOffset.UnixEpoch.AddYears(56));
        var calendar = new SeedCalendar(Ann, "Ann", "Europe/Berlin", "owner", []);
        var world = new SeedWorld([new SeedPerson(Ann, "Ann", "Europe/Berlin", ["Work"], [mail], [calendar])]);
        _sandbox = await GoogleSandboxHost.StartAsync(new() { World = world }, Token);
        var quick = new GoogleHttpOptions { BaseDelay = TimeSpan.FromMilliseconds(1) };
        _google = new GoogleHttp(quick, GoogleEndpoints.At(_sandbox.BaseAddress), TimeProvider.System, NullLogger<GoogleHttp>.Instance);
        _gmail = _google.Gmail(new Bearer(_sandbox.GrantTokens(Ann, GmailService.ScopeConstants.GmailReadonly).AccessToken));
    }

    public async ValueTask DisposeAsync()
    {
        _gmail.Dispose();
        _google.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Every_reading_method_fits_Googles_description()
    {
        var profile = await _gmail.Users.GetProfile("me").ExecuteAsync(Token);
        var search = _gmail.Users.Messages.List("me");
        (search.Q, search.LabelIds, search.MaxResults, search.Fields) = ("subject:tea", new(["INBOX"]), 5, "messages/id");
        var id = Assert.Single((await search.ExecuteAsync(Token)).Messages).Id;
        var get = _gmail.Users.Messages.Get("me", id);
        (get.Format, get.MetadataHeaders) = (UsersMessages.GetRequest.FormatEnum.Metadata, new(["Subject"]));
        var message = await get.ExecuteAsync(Token);
        var threads = await _gmail.Users.Threads.List("me").ExecuteAsync(Token);
        var thread = await _gmail.Users.Threads.Get("me", message.ThreadId).ExecuteAsync(Token);
        var labels = await _gmail.Users.Labels.List("me").ExecuteAsync(Token);
        var inbox = await _gmail.Users.Labels.Get("me", "INBOX").ExecuteAsync(Token);
        var history = _gmail.Users.History.List("me");
        (history.StartHistoryId, history.HistoryTypes) = (profile.HistoryId, UsersResource.HistoryResource.ListRequest.HistoryTypesEnum.MessageAdded);

        Assert.Equal(Ann, profile.EmailAddress);
        Assert.Equal("Tea", Assert.Single(message.Payload.Headers).Value);
        Assert.Equal(message.ThreadId, Assert.Single(threads.Threads).Id);
        Assert.Equal(id, Assert.Single(thread.Messages).Id);
        Assert.Contains(labels.Labels, label => label.Name == "Work");
        Assert.Equal(1, inbox.MessagesUnread);
        Assert.Null((await history.ExecuteAsync(Token)).History);
        Assert.Empty(_sandbox.Violations);
    }

    [Fact]
    public async Task A_reset_a_torn_body_and_a_server_error_are_survived()
    {
        _sandbox.Faults.Add(new() { Match = "gmail.users.labels.list", Reset = true });
        _sandbox.Faults.Add(new() { Match = "gmail.users.labels.list", Truncate = true });
        _sandbox.Faults.Add(new() { Match = "gmail.users.labels.list", Status = 503, Reason = "backendError" });

        var labels = await _gmail.Users.Labels.List("me").ExecuteAsync(Token);

        Assert.Contains(labels.Labels, label => label.Name == "Work");
        Assert.Equal(4, _sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_429_is_waited_out_and_a_missing_scope_is_not()
    {
        _sandbox.Faults.Add(new() { Match = "gmail.users.getProfile", Status = 429, Reason = "rateLimitExceeded" });
        _sandbox.Faults.Add(new() { Match = "gmail.users.labels.list", Status = 403, Reason = "insufficientPermissions" });

        await _gmail.Users.GetProfile("me").ExecuteAsync(Token);
        var error = await Assert.ThrowsAsync<GoogleApiException>(() => _gmail.Users.Labels.List("me").ExecuteAsync(Token));

        Assert.Equal(HttpStatusCode.Forbidden, error.HttpStatusCode);
        Assert.Equal(3, _sandbox.Requests.Count);
    }

    private sealed class Bearer(string token) : IConfigurableHttpClientInitializer, IHttpExecuteInterceptor
    {
        public void Initialize(ConfigurableHttpClient httpClient) => httpClient.MessageHandler.AddExecuteInterceptor(this);

        public Task InterceptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Options.Set(GoogleRequest.AccountKey, Ann);
            return Task.CompletedTask;
        }
    }
}
