using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Tests.Gmail;

public sealed class MessageTests
{
    private static readonly SeedMail Rich = SmallWorld.Raw(
        """
        From: =?utf-8?Q?Garc=C3=ADa=2C_Jos=C3=A9?= <jose@example.org>
        To: ada@example.com
        Subject: =?utf-8?B?w4RwZmVs?= =?utf-8?Q?_und?=
         =?iso-8859-1?Q?_Gr=FC=DFe?=
        Received: from one
         by two
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="outer"

        preamble
        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        Gr=FC=DFe & <K=FCsse> from "me" =
        it's me
        --inner
        Content-Type: text/html; charset=utf-8

        <p>Grüße</p>
        --inner--
        --outer
        Content-Type: application/pdf; name*0*=utf-8''B%C3%BCro%20; name*1=plan.pdf
        Content-Disposition: attachment
        Content-Transfer-Encoding: base64

        AAEC/w==
        --outer
        Content-Type: message/rfc822

        From: inner@example.org
        Subject: Inner
        Content-Type: text/plain

        The inner text
        --outer--
        epilogue
        """.ReplaceLineEndings("\r\n"));

    [Fact]
    public async Task A_full_message_is_Gmails_part_tree()
    {
        var (sandbox, id) = await StartAsync(Rich);
        await using var _ = sandbox;

        var message = await sandbox.GmailAsync($"messages/{id}");
        var payload = message["payload"]!;

        Assert.Equal(("", "multipart/mixed"), (Text(payload["partId"]), Text(payload["mimeType"])));
        Assert.Equal(0, payload["body"]!["size"]!.GetValue<int>());
        Assert.Equal(["0", "1", "2"], payload["parts"]!.AsArray().Select(part => Text(part!["partId"])));
        Assert.Equal(["0.0", "0.1"], payload["parts"]![0]!["parts"]!.AsArray().Select(part => Text(part!["partId"])));
        Assert.Equal("Grüße & <Küsse> from \"me\" it's me", Body(payload["parts"]![0]!["parts"]![0]!));
        Assert.Equal("<p>Grüße</p>", Body(payload["parts"]![0]!["parts"]![1]!));
        var pdf = payload["parts"]![1]!;
        Assert.Equal("Büro plan.pdf", Text(pdf["filename"]));
        Assert.Equal(4, pdf["body"]!["size"]!.GetValue<int>());
        Assert.Null(pdf["body"]!["data"]);
        var inner = payload["parts"]![2]!;
        Assert.NotNull(inner["body"]!["attachmentId"]);
        Assert.Equal("2.0", Text(inner["parts"]![0]!["partId"]));
        Assert.Equal("The inner text", Body(inner["parts"]![0]!));
    }

    [Fact]
    public async Task Headers_are_unfolded_and_decoded()
    {
        var (sandbox, id) = await StartAsync(Rich);
        await using var _ = sandbox;

        var headers = (await sandbox.GmailAsync($"messages/{id}"))["payload"]!["headers"]!.AsArray()
            .ToDictionary(header => Text(header!["name"]), header => Text(header!["value"]));

        Assert.Equal("Äpfel und Grüße", headers["Subject"]);
        Assert.Equal("\"García, José\" <jose@example.org>", headers["From"]);
        Assert.Equal("from one by two", headers["Received"]);
    }

    [Fact]
    public async Task A_snippet_is_the_first_words_escaped_for_HTML()
    {
        var (sandbox, id) = await StartAsync(Rich);
        await using var _ = sandbox;

        var message = await sandbox.GmailAsync($"messages/{id}?format=minimal");

        Assert.Equal("Grüße &amp; &lt;Küsse&gt; from &quot;me&quot; it&#39;s me", Text(message["snippet"]));
    }

    [Fact]
    public async Task A_snippet_of_HTML_has_no_tags_and_is_cut_at_a_word()
    {
        var html = "<html><head><title>no</title></head><body><p>Hello&nbsp;<b>there</b></p>" + string.Concat(Enumerable.Repeat("<p>longword</p>", 50)) + "</body></html>";
        var (sandbox, id) = await StartAsync(SmallWorld.Raw($"Subject: x\r\nContent-Type: text/html\r\n\r\n{html}"));
        await using var _ = sandbox;

        var snippet = Text((await sandbox.GmailAsync($"messages/{id}?format=minimal"))["snippet"]);

        Assert.StartsWith("Hello there longword longword", snippet, StringComparison.Ordinal);
        Assert.EndsWith("longword", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 150, 200);
    }

    [Fact]
    public async Task A_raw_message_is_the_bytes_that_arrived()
    {
        var (sandbox, id) = await StartAsync(Rich);
        await using var _ = sandbox;

        var message = await sandbox.GmailAsync($"messages/{id}?format=raw");

        Assert.Equal(Rich.Rfc822, Base64Url.DecodeFromChars(Text(message["raw"])));
        Assert.Null(message["payload"]);
        Assert.Equal(Rich.Rfc822.Length, message["sizeEstimate"]!.GetValue<int>());
    }

    [Fact]
    public async Task Metadata_has_the_headers_asked_whatever_their_case()
    {
        var (sandbox, id) = await StartAsync(Rich);
        await using var _ = sandbox;

        var some = await sandbox.GmailAsync($"messages/{id}?format=metadata&metadataHeaders=subject&metadataHeaders=To");
        var all = await sandbox.GmailAsync($"messages/{id}?format=metadata");

        Assert.Equal(["To", "Subject"], some["payload"]!["headers"]!.AsArray().Select(header => Text(header!["name"])));
        Assert.Equal(6, all["payload"]!["headers"]!.AsArray().Count);
        Assert.Null(all["payload"]!["parts"]);
        Assert.Null(all["payload"]!["body"]);
    }

    [Fact]
    public async Task A_minimal_message_has_ids_labels_and_dates_only()
    {
        var (sandbox, id) = await StartAsync(Rich);
        await using var _ = sandbox;

        var message = await sandbox.GmailAsync($"messages/{id}?format=minimal");

        Assert.Equal(["id", "threadId", "labelIds", "snippet", "sizeEstimate", "historyId", "internalDate"], message.Select(pair => pair.Key));
        Assert.Equal(16, id.Length);
        Assert.Equal(Rich.ReceivedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), Text(message["internalDate"]));
    }

    [Fact]
    public async Task Attachment_ids_change_with_each_call_and_stay_good()
    {
        var (sandbox, id) = await StartAsync(Rich);
        await using var _ = sandbox;

        var first = await AttachmentIdAsync(sandbox, id);
        var second = await AttachmentIdAsync(sandbox, id);
        var attachment = await sandbox.GmailAsync($"messages/{id}/attachments/{first}");

        Assert.NotEqual(first, second);
        Assert.Equal([0, 1, 2, 255], Base64Url.DecodeFromChars(Text(attachment["data"])));
        Assert.Equal(4, attachment["size"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_attachment_id_is_good_for_its_own_message_only()
    {
        await using var sandbox = await Sandbox.StartAsync(Rich, SmallWorld.Mail("Other", "text", daysAgo: 5));
        var list = (await sandbox.As(SmallWorld.Ada).GmailAsync("messages"))["messages"]!;
        var attachment = await AttachmentIdAsync(sandbox, Text(list[0]!["id"]));

        Assert.Equal((400, "invalidArgument"), await sandbox.RefusalAsync($"/gmail/v1/users/me/messages/{list[1]!["id"]}/attachments/{attachment}"));
        Assert.Equal(400, (await sandbox.RefusalAsync($"/gmail/v1/users/me/messages/{list[0]!["id"]}/attachments/ANGjdJ")).Code);
        Assert.Equal(404, (await sandbox.As(SmallWorld.Ben).RefusalAsync($"/gmail/v1/users/me/messages/{list[0]!["id"]}/attachments/{attachment}")).Code);
    }

    [Theory]
    [InlineData("0123456789abcdef", 404)]
    [InlineData("no-id", 400)]
    [InlineData("0123456789abcdef0", 400)]
    public async Task What_cannot_be_an_id_is_invalid_and_what_could_be_is_not_found(string id, int expected)
    {
        await using var sandbox = await Sandbox.StartAsync();

        Assert.Equal(expected, (await sandbox.As(SmallWorld.Ada).RefusalAsync($"/gmail/v1/users/me/messages/{id}")).Code);
    }

    private static async Task<(Sandbox Sandbox, string Id)> StartAsync(SeedMail mail)
    {
        var sandbox = await Sandbox.StartAsync(mail);
        return (sandbox, Text((await sandbox.As(SmallWorld.Ada).GmailAsync("messages"))["messages"]![0]!["id"]));
    }

    private static async Task<string> AttachmentIdAsync(Sandbox sandbox, string id)
        => Text((await sandbox.GmailAsync($"messages/{id}"))["payload"]!["parts"]![1]!["body"]!["attachmentId"]);

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static string Body(JsonNode part)
    {
        var bytes = Base64Url.DecodeFromChars(Text(part["body"]!["data"]));
        Assert.Equal(bytes.Length, part["body"]!["size"]!.GetValue<int>());
        return Encoding.UTF8.GetString(bytes);
    }
}
