using System.Net;
using Assistant.GoogleClients.Tests.Http;
using Google;
using Google.Apis.Calendar.v3;
using Google.Apis.Calendar.v3.Data;
using Google.Apis.Gmail.v1;
using Google.Apis.Requests;
using Google.Apis.Util;
using UsersMessages = Google.Apis.Gmail.v1.UsersResource.MessagesResource;

namespace Assistant.GoogleClients.Tests.Shape;

/// <summary>What the clients put on the wire.</summary>
public sealed class RequestTests : IDisposable
{
    private readonly Rig _rig = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GmailService Gmail => _rig.Google.Gmail(null);

    private CalendarService Calendar => _rig.Google.Calendar(null);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_search_for_messages()
    {
        var list = Gmail.Users.Messages.List("me");
        list.Q = "from:ann has:attachment";
        list.LabelIds = new Repeatable<string>(["INBOX", "UNREAD"]);
        list.MaxResults = 10;
        list.IncludeSpamTrash = true;
        list.PageToken = "p";
        list.Fields = "messages/id,nextPageToken";

        Assert.Equal(
            "https://gmail.googleapis.com/gmail/v1/users/me/messages?fields=messages%2Fid%2CnextPageToken&includeSpamTrash=true"
            + "&labelIds=INBOX&labelIds=UNREAD&maxResults=10&pageToken=p&q=from%3Aann%20has%3Aattachment",
            await UriOf(list));
    }

    [Fact]
    public async Task A_message_with_chosen_headers()
    {
        var get = Gmail.Users.Messages.Get("me", "17/?#");
        get.Format = UsersMessages.GetRequest.FormatEnum.Metadata;
        get.MetadataHeaders = new(["From", "Subject"]);

        Assert.Equal(
            "https://gmail.googleapis.com/gmail/v1/users/me/messages/17%2F%3F%23?format=metadata&metadataHeaders=From&metadataHeaders=Subject",
            await UriOf(get));
    }

    [Fact]
    public async Task An_attachment() => Assert.Equal(
        "https://gmail.googleapis.com/gmail/v1/users/me/messages/17/attachments/a",
        await UriOf(Gmail.Users.Messages.Attachments.Get("me", "17", "a")));

    [Fact]
    public async Task History_of_one_or_of_several_types()
    {
        var one = Gmail.Users.History.List("me");
        one.StartHistoryId = ulong.MaxValue;
        one.HistoryTypes = UsersResource.HistoryResource.ListRequest.HistoryTypesEnum.MessageAdded;
        var several = Gmail.Users.History.List("me");
        several.HistoryTypesList = new(
            [UsersResource.HistoryResource.ListRequest.HistoryTypesEnum.LabelAdded, UsersResource.HistoryResource.ListRequest.HistoryTypesEnum.LabelRemoved]);

        Assert.Equal("https://gmail.googleapis.com/gmail/v1/users/me/history?historyTypes=messageAdded&startHistoryId=18446744073709551615", await UriOf(one));
        Assert.Equal("https://gmail.googleapis.com/gmail/v1/users/me/history?historyTypes=labelAdded&historyTypes=labelRemoved", await UriOf(several));
    }

    [Fact]
    public async Task A_week_of_events()
    {
        var list = Calendar.Events.List("ann@example.com");
        list.TimeMinDateTimeOffset = new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.FromHours(5.5));
        list.TimeMaxDateTimeOffset = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
        list.SingleEvents = true;
        list.OrderBy = EventsResource.ListRequest.OrderByEnum.StartTime;
        list.EventTypesList = new([EventsResource.ListRequest.EventTypesEnum.Default__, EventsResource.ListRequest.EventTypesEnum.FocusTime]);

        Assert.Equal(
            "https://www.googleapis.com/calendar/v3/calendars/ann%40example.com/events?eventTypes=default&eventTypes=focusTime"
            + "&orderBy=startTime&singleEvents=true&timeMax=2026-11-23T00%3A00%3A00Z&timeMin=2026-11-16T00%3A00%3A00%2B05%3A30",
            await UriOf(list));
    }

    [Fact]
    public async Task An_event_that_was_read_is_written_only_if_it_is_still_so()
    {
        var update = Calendar.Events.Update(new Event { Summary = "x", ETag = "\"7\"" }, "primary", "e1");
        (update.SendUpdates, update.ConferenceDataVersion) = (EventsResource.UpdateRequest.SendUpdatesEnum.ExternalOnly, 1);
        var condition = "";
        _rig.Network.Then((request, _) =>
        {
            condition = request.Headers.IfMatch.ToString();
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}"), RequestMessage = request });
        }).Then(HttpStatusCode.OK, "{}");

        await update.ExecuteAsync(Token);
        await Calendar.Events.Move("a", "e1", "b@x.example").ExecuteAsync(Token);

        Assert.Equal(
            ("PUT", "https://www.googleapis.com/calendar/v3/calendars/primary/events/e1?conferenceDataVersion=1&sendUpdates=externalOnly"),
            (_rig.Network.Requests[0].Verb, _rig.Network.Requests[0].Uri.AbsoluteUri));
        Assert.Equal("\"7\"", condition);
        Assert.Equal("https://www.googleapis.com/calendar/v3/calendars/a/events/e1/move?destination=b%40x.example", _rig.Network.Requests[1].Uri.AbsoluteUri);
    }

    [Fact]
    public async Task Busy_periods()
    {
        var query = Calendar.Freebusy.Query(new FreeBusyRequest
        {
            TimeMinDateTimeOffset = new DateTimeOffset(2026, 11, 16, 8, 0, 0, TimeSpan.Zero),
            Items = [new FreeBusyRequestItem { Id = "primary" }],
        });
        _rig.Network.Then(HttpStatusCode.OK, """{"calendars":{"primary":{"busy":[{"start":"2026-11-16T09:00:00Z","end":"2026-11-16T10:00:00Z"}]}}}""");

        var busy = await query.ExecuteAsync(Token);

        Assert.Equal(TimeSpan.FromHours(9), busy.Calendars["primary"].Busy[0].StartDateTimeOffset?.TimeOfDay);
        Assert.Equal(("POST", "https://www.googleapis.com/calendar/v3/freeBusy"), (_rig.Network.Requests[0].Verb, _rig.Network.Requests[0].Uri.AbsoluteUri));
    }

    [Fact]
    public async Task An_error_of_Googles_keeps_its_status_and_reason()
    {
        _rig.Network.ThenRefuse(HttpStatusCode.NotFound, "notFound");

        var error = await Assert.ThrowsAsync<GoogleApiException>(() => Gmail.Users.Messages.Get("me", "none").ExecuteAsync(Token));

        Assert.Equal((HttpStatusCode.NotFound, "notFound"), (error.HttpStatusCode, error.Error.Errors[0].Reason));
    }

    [Fact]
    public async Task A_value_that_a_path_needs_must_be_there() =>
        await Assert.ThrowsAnyAsync<Exception>(() => Gmail.Users.Messages.Get("me", null).ExecuteAsync(Token));

    private async Task<string> UriOf<T>(ClientServiceRequest<T> request)
    {
        _rig.Network.Then(HttpStatusCode.OK);
        await request.ExecuteAsync(Token);
        var uri = _rig.Network.Requests[^1].Uri;
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        return uri.GetLeftPart(UriPartial.Path) + (uri.Query.Length == 0 ? "" : "?" + string.Join('&', query));
    }
}
