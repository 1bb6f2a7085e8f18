using System.Net;
using System.Text;

namespace Assistant.GoogleSandbox.Tests.Pipeline;

public sealed class ViolationTests
{
    [Theory]
    [InlineData("GET", "/gmail/v1/users/me/nothing", "no method")]
    [InlineData("GET", "/gmail/v2/users/me/messages", "no method")]
    [InlineData("GET", "/", "no method")]
    [InlineData("PUT", "/gmail/v1/users/me/messages", "PUT is not for")]
    [InlineData("GET", "/gmail/v1/users/me/messages?query=x", "unknown query parameter query")]
    [InlineData("GET", "/gmail/v1/users/me/messages?userId=me", "unknown query parameter userId")]
    [InlineData("GET", "/gmail/v1/users/me/messages?maxResults=many", "maxResults must be a whole number")]
    [InlineData("GET", "/gmail/v1/users/me/messages?maxResults=-1", "maxResults must be a whole number")]
    [InlineData("GET", "/gmail/v1/users/me/messages?includeSpamTrash=yes", "includeSpamTrash must be true or false")]
    [InlineData("GET", "/gmail/v1/users/me/messages?q=a&q=b", "q may be given only once")]
    [InlineData("GET", "/gmail/v1/users/me/messages/1?format=pretty", "format must be one of minimal, full, raw, metadata")]
    [InlineData("GET", "/gmail/v1/users/me/history?startHistoryId=new", "startHistoryId must be an unsigned")]
    [InlineData("GET", "/gmail/v1/users/me/history?startHistoryId=1&historyTypes=labelsAdded", "historyTypes must be one of")]
    [InlineData("GET", "/calendar/v3/calendars/primary/events?timeMin=2026-01-01", "timeMin must be an RFC 3339")]
    [InlineData("GET", "/calendar/v3/calendars/primary/events?timeMin=2026-01-01T00:00:00", "timeMin must be an RFC 3339")]
    [InlineData("GET", "/calendar/v3/users/me/calendarList?maxResults=0", "maxResults must be at least 1")]
    [InlineData("POST", "/calendar/v3/calendars/primary/events/quickAdd", "required query parameter text is missing")]
    [InlineData("GET", "/gmail/v1/users/me/messages?fields=messages(id,subject)", "Invalid field selection subject")]
    [InlineData("GET", "/gmail/v1/users/me/messages?fields=messages(id", "Invalid field selection")]
    [InlineData("GET", "/gmail/v1/users/me/messages?fields=,", "Invalid field selection")]
    public async Task A_request_outside_of_Googles_description_is_refused_and_named(string method, string path, string named)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada, "https://mail.google.com/", "https://www.googleapis.com/auth/calendar");

        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await sandbox.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(named, Assert.Single(sandbox.Host.Violations), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"summary":"x","colour":"blue"}""", "Event has no field colour")]
    [InlineData("""{"start":{"day":"2026-01-01"}}""", "Event.start has no field day")]
    [InlineData("""{"start":{"dateTime":"soon"}}""", "Event.start.dateTime must be an RFC 3339")]
    [InlineData("""{"attendees":[{"email":7}]}""", "Event.attendees[0].email must be of type string")]
    [InlineData("""{"attendees":{}}""", "Event.attendees must be of type array")]
    [InlineData("""{"sequence":"1"}""", "Event.sequence must be of type integer")]
    [InlineData("""{"extendedProperties":{"private":{"a":1}}}""", "Event.extendedProperties.private.a must be of type string")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("{", "not JSON")]
    [InlineData("", "the body is missing: Event")]
    public async Task A_body_outside_of_Googles_description_is_refused_and_named(string body, string named)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada, "https://www.googleapis.com/auth/calendar");

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await sandbox.Client.PostAsync("/calendar/v3/calendars/primary/events", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(named, Assert.Single(sandbox.Host.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_by_its_type_is_refused()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada, "https://www.googleapis.com/auth/calendar");

        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");
        using var response = await sandbox.Client.PostAsync("/calendar/v3/calendars/primary/events", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_method_without_a_body_gets_none()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada, "https://mail.google.com/");

        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await sandbox.Client.PostAsync("/gmail/v1/users/me/stop", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("takes no body", Assert.Single(sandbox.Host.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_is_not_served_yet_names_itself_and_is_no_violation()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada, "https://mail.google.com/");

        using var response = await sandbox.Client.PostAsync("/gmail/v1/users/me/stop", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains("gmail.users.stop", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(sandbox.Host.Violations);
    }

    [Fact]
    public async Task Requests_are_remembered_with_their_method_and_without_their_secrets()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var token = sandbox.As(SmallWorld.Ada).Client.DefaultRequestHeaders.Authorization!.Parameter!;
        sandbox.Client.DefaultRequestHeaders.Add("X-Test", "seen");

        await sandbox.GmailAsync("messages?labelIds=INBOX&labelIds=UNREAD");

        var request = Assert.Single(sandbox.Host.Requests);
        Assert.Equal(("GET", "/gmail/v1/users/me/messages", 200), (request.HttpMethod, request.Path, request.Status));
        Assert.Equal(("gmail.users.messages.list", SmallWorld.Ada), (request.MethodId, request.Person));
        Assert.Equal(["INBOX", "UNREAD"], request.Query["labelIds"]);
        Assert.Equal("seen", request.Headers["x-test"]);
        Assert.DoesNotContain(token, string.Join('\n', request.Headers.Values), StringComparison.Ordinal);
    }
}
