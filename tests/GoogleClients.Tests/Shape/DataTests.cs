using Google.Apis.Calendar.v3.Data;
using Google.Apis.Gmail.v1.Data;
using Google.Apis.Json;

namespace Assistant.GoogleClients.Tests.Shape;

/// <summary>What the clients read off the wire and write back.</summary>
public sealed class DataTests
{
    private static NewtonsoftJsonSerializer Json => NewtonsoftJsonSerializer.Instance;

    [Fact]
    public void A_message()
    {
        var message = Json.Deserialize<Message>("""
            {"id":"17","threadId":"16","labelIds":["INBOX"],"snippet":"Hi","historyId":"18446744073709551615","internalDate":"1763629200123",
             "sizeEstimate":2048,"payload":{"partId":"","mimeType":"multipart/mixed","filename":"","headers":[{"name":"From","value":"ann@example.com"}],
             "body":{"size":0},"parts":[{"partId":"0","body":{"attachmentId":"a","size":3,"data":"SGk_"}}]},"somethingNew":{"a":[1]}}
            """);

        Assert.Equal((ulong.MaxValue, 1763629200123, 2048), (message.HistoryId, message.InternalDate, message.SizeEstimate));
        Assert.Equal("ann@example.com", message.Payload.Headers.Single(header => header.Name == "From").Value);
        Assert.Equal(("a", 3, "SGk_"), (message.Payload.Parts[0].Body.AttachmentId, message.Payload.Parts[0].Body.Size, message.Payload.Parts[0].Body.Data));
        Assert.Null(message.Payload.Parts[0].Headers);
    }

    [Fact]
    public void An_event_keeps_the_text_of_its_times()
    {
        const string Text = """
            {"etag":"\"1\"","updated":"2026-11-01T10:00:00.123Z",
             "start":{"dateTime":"2026-11-20T09:00:00+01:00","timeZone":"Europe/Berlin"},"end":{"date":"2026-11-21"},
             "organizer":{"self":true},"extendedProperties":{"private":{"k":"v"}}}
            """;
        var read = Json.Deserialize<Event>(Text);

        Assert.Equal("\"1\"", read.ETag);
        Assert.Equal("2026-11-20T09:00:00+01:00", read.Start.DateTimeRaw);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero), read.Start.DateTimeDateTimeOffset);
        Assert.Equal("2026-11-01T10:00:00.123Z", read.UpdatedRaw);
        Assert.Equal("2026-11-21", read.End.Date);
        Assert.Null(read.End.DateTimeDateTimeOffset);
        Assert.True(read.Organizer.Self);
        Assert.Equal("v", read.ExtendedProperties.Private__["k"]);
    }

    [Fact]
    public void What_is_not_set_is_not_written()
    {
        var written = Json.Serialize(new Event { Summary = "Tea", Start = new() { DateTimeDateTimeOffset = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero) } });

        Assert.Equal("""{"start":{"dateTime":"2026-11-20T09:00:00Z"},"summary":"Tea"}""", written);
    }
}
