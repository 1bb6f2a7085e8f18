using Assistant.GoogleClients.Quota;

namespace Assistant.GoogleClients.Tests.Quota;

public sealed class GoogleMethodTests
{
    [Theory]
    [InlineData("GET", "gmail/v1/users/me/profile", "gmail.users.getProfile", 1)]
    [InlineData("GET", "gmail/v1/users/me/messages?q=x", "gmail.users.messages.list", 5)]
    [InlineData("GET", "gmail/v1/users/me/messages/17?format=full", "gmail.users.messages.get", 20)]
    [InlineData("GET", "gmail/v1/users/a%40b.example/messages/17/attachments/x", "gmail.users.messages.attachments.get", 5)]
    [InlineData("GET", "gmail/v1/users/me/threads/17", "gmail.users.threads.get", 40)]
    [InlineData("GET", "gmail/v1/users/me/history", "gmail.users.history.list", 2)]
    [InlineData("GET", "gmail/v1/users/me/labels", "gmail.users.labels.list", 1)]
    [InlineData("POST", "gmail/v1/users/me/messages/send", "gmail.users.messages.send", 100)]
    [InlineData("POST", "upload/gmail/v1/users/me/messages/send", "gmail.users.messages.send", 100)]
    [InlineData("POST", "gmail/v1/users/me/drafts/send", "gmail.users.drafts.send", 100)]
    [InlineData("POST", "gmail/v1/users/me/messages/batchModify", "gmail.users.messages.batchModify", 50)]
    [InlineData("POST", "gmail/v1/users/me/messages/17/modify", "gmail.users.messages.modify", 5)]
    [InlineData("GET", "gmail/v1/users/me/settings/never/heard/of", "gmail", 10)]
    [InlineData("GET", "calendar/v3/users/me/calendarList", "calendar.calendarList", 1)]
    [InlineData("GET", "calendar/v3/calendars/a%40b.example/events/e1/instances", "calendar.events", 1)]
    [InlineData("POST", "calendar/v3/freeBusy", "calendar.freebusy", 1)]
    [InlineData("POST", "token", "oauth", 0)]
    public void A_method_is_recognised_by_verb_and_path(string verb, string path, string id, int units)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), "http://127.0.0.1:9/" + path);

        var method = GoogleMethod.Of(request);

        Assert.Equal((id, units), (method.Id, method.Units));
    }
}
