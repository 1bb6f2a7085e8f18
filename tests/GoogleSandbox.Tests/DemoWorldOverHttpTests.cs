using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Description;
using Assistant.Tests.Shared;

namespace Assistant.GoogleSandbox.Tests;

/// <summary>The sample world, read whole through the front door.</summary>
public sealed class DemoWorldOverHttpTests : IAsyncLifetime
{
    private GoogleSandboxHost _host = null!;
    private HttpClient _client = null!;
    private SeedWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        var time = new ManualTime(SmallWorld.Now);
        _world = DemoWorld.Create(1, SmallWorld.Now);
        var options = new GoogleSandboxOptions { World = _world, Time = time, UserUnitsPerMinute = int.MaxValue };
        _host = await GoogleSandboxHost.StartAsync(options, TestContext.Current.CancellationToken);
        _client = new HttpClient { BaseAddress = _host.BaseAddress };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Every_answer_has_only_fields_that_Googles_description_knows()
    {
        foreach (var person in _world.People)
        {
            SignIn(person);
            await ReadAsync("/gmail/v1/users/me/profile");
            await ReadAsync("/gmail/v1/users/me/settings/sendAs");
            await ReadAsync("/gmail/v1/users/me/history?startHistoryId=" + (await ReadAsync("/gmail/v1/users/me/profile"))["historyId"]);
            foreach (var label in (await ReadAsync("/gmail/v1/users/me/labels"))["labels"]!.AsArray())
                await ReadAsync($"/gmail/v1/users/me/labels/{label!["id"]}");
            var messages = (await ReadAsync("/gmail/v1/users/me/messages?maxResults=500&includeSpamTrash=true"))["messages"]!.AsArray();
            Assert.Equal(person.Mails.Count, messages.Count);
            foreach (var message in messages)
                await ReadAsync($"/gmail/v1/users/me/messages/{message!["id"]}");
            foreach (var thread in (await ReadAsync("/gmail/v1/users/me/threads?maxResults=20"))["threads"]!.AsArray())
                await ReadAsync($"/gmail/v1/users/me/threads/{thread!["id"]}?format=metadata");
            await ReadAsync("/calendar/v3/colors");
            await ReadAsync("/calendar/v3/users/me/settings");
            foreach (var calendar in (await ReadAsync("/calendar/v3/users/me/calendarList"))["items"]!.AsArray())
            {
                var id = Uri.EscapeDataString(calendar!["id"]!.GetValue<string>());
                await ReadAsync($"/calendar/v3/users/me/calendarList/{id}");
                if (calendar["accessRole"]!.GetValue<string>() == "freeBusyReader")
                    continue;
                await ReadAsync($"/calendar/v3/calendars/{id}");
                await ReadAsync($"/calendar/v3/calendars/{id}/events?singleEvents=true&timeMin=2026-11-01T00:00:00Z&timeMax=2026-12-31T00:00:00Z");
                foreach (var item in (await ReadAsync($"/calendar/v3/calendars/{id}/events?maxResults=20"))["items"]!.AsArray())
                    await ReadAsync($"/calendar/v3/calendars/{id}/events/{item!["id"]}");
            }
        }
        Assert.Empty(_host.Violations);
    }

    [Theory]
    [InlineData("has:attachment")]
    [InlineData("is:unread")]
    [InlineData("category:promotions")]
    [InlineData("in:sent")]
    [InlineData("newer_than:30d")]
    [InlineData("filename:pdf")]
    public async Task The_sample_mailboxes_answer_everyday_queries(string query)
    {
        foreach (var person in _world.People)
        {
            SignIn(person);
            var found = await ReadAsync("/gmail/v1/users/me/messages?q=" + Uri.EscapeDataString(query));
            Assert.InRange(found["resultSizeEstimate"]!.GetValue<int>(), 1, person.Mails.Count - 1);
        }
    }

    private void SignIn(SeedPerson person)
    {
        var tokens = _host.GrantTokens(person.Email, Sandbox.ReadOnly, "https://www.googleapis.com/auth/calendar.readonly");
        _client.DefaultRequestHeaders.Authorization = new("Bearer", tokens.AccessToken);
    }

    private async Task<JsonObject> ReadAsync(string path)
    {
        using var response = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {text}");
        var json = JsonNode.Parse(text)!.AsObject();
        var route = GoogleDescription.Instance.At(path.Split('?')[0]).First(match => match.Route.Method.Verb == "GET").Route;
        Assert.Null(new BodyCheck(route.Api).Complaint(route.Method.Response!, json));
        return json;
    }
}
