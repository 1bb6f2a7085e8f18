using System.Net;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;
using Assistant.GoogleSandbox.Calendar;
using Assistant.GoogleSandbox.Gmail;
using Assistant.GoogleSandbox.OAuth;
using Assistant.GoogleSandbox.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Assistant.GoogleSandbox;

/// <summary>
/// A stand-in for Google (OAuth, Gmail v1, Calendar v3) on a loopback port, with Google's paths below <see cref="BaseAddress"/>. It refuses what Google's
/// description does not allow and remembers it in <see cref="Violations"/>.
/// </summary>
public sealed class GoogleSandboxHost : IAsyncDisposable
{
    // Gmail's largest upload, and the JSON around it.
    private const long LargestBody = 50_000_000;

    private readonly GoogleSandboxOptions _options;
    private readonly WebApplication _application;
    private readonly IdTokens _idTokens;
    private readonly Authority _authority;
    private readonly GmailApi _gmail;
    private readonly CalendarApi _calendar;
    private readonly RequestLog _log = new();

    private GoogleSandboxHost(GoogleSandboxOptions options, WebApplication application)
    {
        (_options, _application) = (options, application);
        _idTokens = new IdTokens(() => BaseAddress.GetLeftPart(UriPartial.Authority), options.ClientId, options.Time);
        _authority = new Authority(options, _idTokens);
        _gmail = new GmailApi(options);
        _calendar = new CalendarApi(options.World, options.Time);
        var faults = new FaultInjector(Faults, options.Time);
        var apis = new Dictionary<string, IApi> { ["gmail"] = _gmail, ["calendar"] = _calendar, ["oauth2"] = new UserInfoApi(_authority) };
        var pipeline = new ApiPipeline(_authority, new QuotaLedger(options.Time, options.UserUnitsPerMinute), faults, apis);
        Front = new Front(new OAuthEndpoints(options, _authority, _idTokens), pipeline, faults, _log);
    }

    /// <summary><c>http://127.0.0.1:PORT/</c></summary>
    public Uri BaseAddress => new(_application.Urls.First());

    public string ClientId => _options.ClientId;

    public string ClientSecret => _options.ClientSecret;

    /// <summary>What goes wrong on demand.</summary>
    public SandboxFaults Faults { get; } = new();

    /// <summary>Every request so far, in order of the answers; each is there before its answer is sent.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.All;

    /// <summary>What the requests did that Google's description does not allow: <c>GET /gmail/v1/users/me/nothing: why</c>.</summary>
    public IReadOnlyList<string> Violations
        => [.. _log.All.Where(request => request.Violation is not null).Select(request => $"{request.HttpMethod} {request.Path}: {request.Violation}")];

    /// <summary>Every mail that left a mailbox, in order.</summary>
    public IReadOnlyList<SandboxDelivery> Deliveries => _gmail.Office.Deliveries;

    /// <summary>Every mail that Calendar sent about events and sharing, in order.</summary>
    public IReadOnlyList<SandboxNotice> Notices => _calendar.Notices;

    /// <summary>How many access tokens were refreshed with success.</summary>
    public int RefreshCount => _authority.Refreshes;

    private Front Front { get; }

    /// <summary>Starts to listen on 127.0.0.1.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<GoogleSandboxHost> StartAsync(GoogleSandboxOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var application = builder.Build();
        var host = new GoogleSandboxHost(options, application);
        application.Run(host.Front.HandleAsync);
        try
        {
            await application.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tokens as if the person had gone through the authorize page and allowed these scopes.</summary>
    public SandboxTokens GrantTokens(string email, params IEnumerable<string> scopes)
    {
        var person = _authority.Person(email) ?? throw new ArgumentException($"Nobody in this sandbox has the address {email}.", nameof(email));
        var answer = _authority.GrantDirectly(person, ScopeNames.Parse(string.Join(' ', scopes)));
        return new SandboxTokens(answer.AccessToken, answer.RefreshToken!, answer.IdToken, answer.Scopes, _options.Time.GetUtcNow() + answer.Lifetime);
    }

    /// <summary>Does what a person does in the browser: opens the authorize page, chooses an account, ticks scopes and allows.</summary>
    /// <param name="authorizationUrl">Where the application sent the browser.</param>
    /// <param name="email">The account to choose.</param>
    /// <param name="scopes">Those to tick; null for all that are asked.</param>
    /// <param name="cancellationToken">Ends the visit.</param>
    /// <returns>The address that the browser is sent on to, with the code. It is not visited.</returns>
    /// <exception cref="HttpRequestException">The page refused the request.</exception>
    public static Task<Uri> AllowAsync(Uri authorizationUrl, string email, IEnumerable<string>? scopes, CancellationToken cancellationToken)
        => Browser.DecideAsync(authorizationUrl, "allow", email, scopes, cancellationToken);

    /// <summary>As <see cref="AllowAsync"/>, for a person who denies.</summary>
    /// <returns>The address that the browser is sent on to, with <c>error=access_denied</c>.</returns>
    public static Task<Uri> DenyAsync(Uri authorizationUrl, string email, CancellationToken cancellationToken)
        => Browser.DecideAsync(authorizationUrl, "deny", email, [], cancellationToken);

    /// <summary>Ends every access token given out so far; refresh tokens stay good.</summary>
    public void ExpireAccessTokens() => _authority.ExpireAccessTokens();

    /// <summary>As if the person had removed the application from their Google account: all of its tokens end.</summary>
    public void RevokeGrant(string email) => _authority.RevokePerson(email);

    /// <summary>Puts a message into a mailbox.</summary>
    /// <returns>Its id.</returns>
    public string Deliver(string email, SeedMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return _gmail.Mailbox(email).Deliver(mail).Id;
    }

    /// <summary>Adds and removes labels, by id or name.</summary>
    public void ChangeLabels(string email, string messageId, IEnumerable<string> add, IEnumerable<string> remove)
        => _gmail.Mailbox(email).ChangeLabels(messageId, add, remove);

    /// <summary>Deletes a message for good.</summary>
    public void DeleteMessage(string email, string messageId) => _gmail.Mailbox(email).Delete(messageId);

    /// <summary>Makes every history id given out so far too old: <c>history.list</c> answers 404 to it.</summary>
    public void ExpireHistory(string email) => _gmail.Mailbox(email).ExpireHistory();

    /// <summary>Adds an event, or replaces the one with its id, as if somebody had done it elsewhere.</summary>
    /// <param name="calendarId">The address of a primary calendar, or the id of another.</param>
    /// <param name="item">An event resource with at least <c>id</c>, <c>start</c> and <c>end</c>.</param>
    public void PutEvent(string calendarId, JsonObject item) => _calendar.Put(calendarId, item);

    /// <summary>Cancels an event, a whole series, or one instance by its id.</summary>
    public void CancelEvent(string calendarId, string eventId) => _calendar.Cancel(calendarId, eventId);

    /// <summary>An event as its calendar has it, whoever asks; null where there is none.</summary>
    public JsonObject? FindEvent(string calendarId, string eventId) => _calendar.Find(calendarId, eventId);

    /// <summary>Makes every sync token of Calendar given out so far too old: its next use answers 410.</summary>
    public void ExpireSyncTokens() => _calendar.ForgetChanges();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _idTokens.Dispose();
        _gmail.Dispose();
    }
}
