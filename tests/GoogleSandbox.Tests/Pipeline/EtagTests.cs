using System.Net;
using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Tests.Pipeline;

public sealed class EtagTests
{
    private const string Settings = "/calendar/v3/users/me/settings";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_client_has_is_not_sent_again()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada, "https://www.googleapis.com/auth/calendar");
        using var first = await sandbox.Client.GetAsync(Settings, Cancellation);
        var etag = first.Headers.ETag!;
        sandbox.Client.DefaultRequestHeaders.IfNoneMatch.Add(etag);

        using var second = await sandbox.Client.GetAsync(Settings, Cancellation);

        Assert.Equal(etag.ToString(), JsonNode.Parse(await first.Content.ReadAsStringAsync(Cancellation))!["etag"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("", await second.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(etag, second.Headers.ETag);
    }

    [Fact]
    public async Task Another_etag_gets_the_whole_answer()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada, "https://www.googleapis.com/auth/calendar").Client.DefaultRequestHeaders.Add("If-None-Match", "\"other\"");

        using var response = await sandbox.Client.GetAsync(Settings, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Answers_are_compressed_for_a_client_that_accepts_it()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada).Client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");

        using var response = await sandbox.Client.GetAsync("/gmail/v1/users/me/labels", Cancellation);

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        await using var plain = new System.IO.Compression.GZipStream(await response.Content.ReadAsStreamAsync(Cancellation), System.IO.Compression.CompressionMode.Decompress);
        Assert.NotNull((await JsonNode.ParseAsync(plain, cancellationToken: Cancellation))!["labels"]);
    }

    [Fact]
    public async Task A_compressed_request_is_read()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.As(SmallWorld.Ada, "https://www.googleapis.com/auth/calendar");
        using var buffer = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(buffer, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync("""{"timeMin":"2026-11-20T00:00:00Z","timeMax":"2026-11-21T00:00:00Z","items":[{"id":"primary"}]}"""u8.ToArray(), Cancellation);
        using var content = new ByteArrayContent(buffer.ToArray());
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await sandbox.Client.PostAsync("/calendar/v3/freeBusy", content, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
