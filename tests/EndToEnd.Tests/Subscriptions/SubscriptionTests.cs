using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.Server.Subscriptions;
using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.EndToEnd.Tests.Subscriptions;

/// <summary>Clients that are told when an inbox or a calendar changed: sessions by their event stream, revision 2026-07-28 by a listen stream.</summary>
public sealed class SubscriptionTests
{
    private const string Inbox = "gmail://work/inbox";
    private const string Upcoming = "calendar://work/upcoming";

    [Fact]
    public async Task A_session_is_told_of_its_own_person_s_mail_and_nobody_else_s()
    {
        await using var stage = await Stage.SetAsync();
        var server = await ServeAsync(stage);
        var (ada, bruno) = (stage.OverHttp(stage.Ada, Era.Session, server), stage.OverHttp(stage.Bruno, Era.Session, server));
        using var adasStream = await StreamOf(await ada.GetAsync(await ada.SessionAsync()));
        using var brunosStream = await StreamOf(await bruno.GetAsync(await bruno.SessionAsync()));
        await ada.AnswerAsync("resources/subscribe", new JsonObject { ["uri"] = Inbox });
        await bruno.AnswerAsync("resources/subscribe", new JsonObject { ["uri"] = Inbox });

        Deliver(stage, SmallWorld.Ada);

        Assert.Equal(Inbox, (string?)(await NextAsync(adasStream))["params"]!["uri"]);
        Deliver(stage, SmallWorld.Bruno);
        Assert.Equal(Inbox, (string?)(await NextAsync(brunosStream))["params"]!["uri"]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NextAsync(adasStream, TimeSpan.FromSeconds(1)));

        await ada.AnswerAsync("resources/unsubscribe", new JsonObject { ["uri"] = Inbox });
        Deliver(stage, SmallWorld.Ada);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NextAsync(brunosStream, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_listener_is_told_of_a_calendar_s_changes_also_after_its_sync_token_expired()
    {
        await using var stage = await Stage.SetAsync();
        var server = await ServeAsync(stage);
        using var stream = await ListenAsync(stage.OverHttp(stage.Ada, Era.Stateless, server), Upcoming, Inbox, "gmail://foreign/inbox", "gmail://work/message/1");

        var granted = await NextAsync(stream);
        Assert.Equal("notifications/subscriptions/acknowledged", (string?)granted["method"]);
        Assert.Equal([Upcoming, Inbox], granted["params"]!["notifications"]!["resourceSubscriptions"]!.AsArray().Select(uri => (string?)uri));

        stage.Sandbox.PutEvent(SmallWorld.Ada, Event("one"));
        var told = await NextAsync(stream);
        Assert.Equal(("notifications/resources/updated", Upcoming), ((string?)told["method"], (string?)told["params"]!["uri"]));
        Assert.Equal(7, (int?)told["params"]!["_meta"]!["io.modelcontextprotocol/subscriptionId"]);

        stage.Sandbox.ExpireSyncTokens();
        Assert.Equal(Upcoming, (string?)(await NextAsync(stream))["params"]!["uri"]);
        stage.Sandbox.PutEvent(SmallWorld.Ada, Event("two"));
        Assert.Equal(Upcoming, (string?)(await NextAsync(stream))["params"]!["uri"]);
        stage.Sandbox.ExpireHistory(SmallWorld.Ada);
        Assert.Equal(Inbox, (string?)(await NextAsync(stream))["params"]!["uri"]);
    }

    [Fact]
    public async Task What_cannot_be_watched_is_refused_with_what_can()
    {
        await using var stage = await Stage.SetAsync();
        var wire = stage.OverHttp(stage.Ada, Era.Session, await ServeAsync(stage));

        var answer = await wire.AskAsync(1, "resources/subscribe", new JsonObject { ["uri"] = "gmail://work/message/1" });
        Assert.Contains("calendar://{account}/upcoming", answer, StringComparison.Ordinal);
        Assert.Contains("There is no account", await wire.AskAsync(2, "resources/subscribe", new JsonObject { ["uri"] = "gmail://foreign/inbox" }), StringComparison.Ordinal);
        var readable = await wire.AnswerAsync("resources/read", new JsonObject { ["uri"] = Inbox });
        Assert.NotEmpty(readable["contents"]!.AsArray());
    }

    [Fact]
    public async Task A_revoked_key_hears_nothing_more_and_Google_is_not_asked_for_it()
    {
        await using var stage = await Stage.SetAsync();
        var server = await ServeAsync(stage);
        using var stream = await ListenAsync(stage.OverHttp(stage.Ada, Era.Stateless, server), Upcoming);
        await NextAsync(stream);

        await server.Services.GetRequiredService<IKeyStore>().RevokeAsync(stage.Ada.KeyId, Stage.Stop);

        // The stream ends; from then on nobody looks.
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (await stream.ReadLineAsync(deadline.Token) is not null)
        {
        }

        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, Stage.Stop);
        var asked = stage.Sandbox.Requests.Count;
        await Task.Delay(TimeSpan.FromMilliseconds(700), TimeProvider.System, Stage.Stop);
        Assert.Equal(asked, stage.Sandbox.Requests.Count);
    }

    [Fact]
    public async Task A_server_with_an_open_listener_stops_at_once()
    {
        await using var stage = await Stage.SetAsync();
        var server = await ServeAsync(stage);
        using var stream = await ListenAsync(stage.OverHttp(stage.Ada, Era.Stateless, server), Upcoming);
        await NextAsync(stream);

        var watch = Stopwatch.StartNew();
        await server.DisposeAsync();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    private static Task<StageServer> ServeAsync(Stage stage) => stage.ServeAsync(
        configure: services => services.AddSingleton(new WatchTiming(TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(1))));

    private static void Deliver(Stage stage, string person) =>
        stage.Sandbox.Deliver(person, SmallWorld.Mail(person, "news", TimeProvider.System.GetUtcNow(), "Something new", "text/plain"));

    private static JsonObject Event(string id)
    {
        var start = TimeProvider.System.GetUtcNow().AddDays(1);
        return new JsonObject
        {
            ["id"] = "subscription" + id,
            ["summary"] = "New",
            ["start"] = new JsonObject { ["dateTime"] = $"{start:yyyy-MM-dd'T'HH:mm:ss}Z" },
            ["end"] = new JsonObject { ["dateTime"] = $"{start.AddHours(1):yyyy-MM-dd'T'HH:mm:ss}Z" },
        };
    }

    private static async Task<StreamReader> ListenAsync(HttpWire wire, params string[] uris)
    {
        var parameters = new JsonObject { ["notifications"] = new JsonObject { ["resourceSubscriptions"] = new JsonArray([.. uris.Select(uri => JsonValue.Create(uri))]) } };
        var body = JsonRpc.Request(7, "subscriptions/listen", parameters, Era.Stateless, null);
        return await StreamOf(await wire.PostAsync(Encoding.UTF8.GetBytes(body), "subscriptions/listen"));
    }

    private static async Task<StreamReader> StreamOf(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        return new(await response.Content.ReadAsStreamAsync(Stage.Stop));
    }

    private static async Task<JsonNode> NextAsync(StreamReader stream, TimeSpan? patience = null)
    {
        using var deadline = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(20));
        while (await stream.ReadLineAsync(deadline.Token) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
                return JsonNode.Parse(line[6..])!;
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
