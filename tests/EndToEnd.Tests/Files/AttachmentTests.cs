using System.Text;
using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.GoogleSandbox;
using Assistant.Tools.Compose.Mime;

namespace Assistant.EndToEnd.Tests.Files;

public sealed class AttachmentTests
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Fact]
    public async Task Text_comes_out_of_files_and_a_hostile_one_harms_nobody()
    {
        await using var stage = await Stage.SetAsync();
        var inner = Encoding.UTF8.GetBytes("From: Boss <boss@x.example>\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nContent-Type: text/html\r\n\r\n<p>Inner <b>words</b></p>");
        const string ics = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Review\\, final\r\nDTSTART;TZID=Europe/Berlin:20261201T090000\r\nATTENDEE;CN=Ann;PARTSTAT=ACCEPTED:mailto:ann@x.example\r\nEND:VEVENT\r\nEND:VCALENDAR";
        var id = await DeliverAsync(
            stage,
            MailFile.Of("plan.docx", WordType, Papers.Word("First paragraph", "Zweiter Absatz")),
            MailFile.Of("costs.xlsx", "application/octet-stream", Papers.Spreadsheet("Rent", "1200")),
            MailFile.Of("paper.pdf", "application/pdf", Papers.Pdf("Hello from the paper")),
            MailFile.Of("invite.ics", "text/calendar", Encoding.UTF8.GetBytes(ics)),
            MailFile.Of("data.csv", "text/csv", Encoding.UTF8.GetBytes("a;b\r\n1;2")),
            MailFile.Of("letter.eml", "message/rfc822", inner),
            MailFile.Of("blob.bin", "application/octet-stream", [1, 2, 3]),
            MailFile.Of("bomb.docx", WordType, Papers.Bomb()),
            MailFile.Of("maze.pdf", "application/pdf", Papers.Maze()),
            MailFile.Of("broken.pdf", "application/pdf", [1, 2, 3]));
        using var wire = stage.OverStdio(stage.Ada, Era.Stateless);
        var mail = await wire.ResultAsync("gmail_read", new JsonObject { ["ids"] = new JsonArray(id), ["account"] = "work" });
        var parts = mail["messages"]![0]!["attachments"]!.AsArray().ToDictionary(file => file!["name"]!.GetValue<string>(), file => file!["part"]!.GetValue<string>());

        async Task<JsonNode> ReadAsync(string name) => await wire.ResultAsync("gmail_read_attachment", Arguments(id, parts[name]));

        Assert.Equal("First paragraph\nZweiter Absatz", (await ReadAsync("plan.docx"))["text"]!.GetValue<string>());
        Assert.Equal("# Costs\nRent | 1200", (await ReadAsync("costs.xlsx"))["text"]!.GetValue<string>());
        Assert.Equal("Hello from the paper", (await ReadAsync("paper.pdf"))["text"]!.GetValue<string>());
        Assert.Equal("Kind: REQUEST\n\nEvent: Review, final\nStarts: 2026-12-01 09:00 Europe/Berlin\nAttendee: Ann <ann@x.example> (accepted)", (await ReadAsync("invite.ics"))["text"]!.GetValue<string>());
        Assert.Equal("a;b\n1;2", (await ReadAsync("data.csv"))["text"]!.GetValue<string>().ReplaceLineEndings("\n"));
        var attached = await ReadAsync("letter.eml");
        Assert.Equal("From: Boss <boss@x.example>\nSubject: Grüße\n\nInner words", attached["text"]!.GetValue<string>());
        Assert.Contains("not verified", attached["note"]!.GetValue<string>(), StringComparison.Ordinal);
        var blob = await ReadAsync("blob.bin");
        Assert.Contains("No text", blob["note"]!.GetValue<string>(), StringComparison.Ordinal);
        foreach (var name in new[] { "bomb.docx", "maze.pdf", "broken.pdf" })
            Assert.StartsWith("No text could be taken out of the file", await wire.FailureAsync("gmail_read_attachment", Arguments(id, parts[name])), StringComparison.Ordinal);
        var resource = await wire.AnswerAsync("resources/read", new JsonObject { ["uri"] = blob["resource"]!.GetValue<string>() });
        Assert.Equal("AQID", resource["contents"]![0]!["blob"]!.GetValue<string>());
        var raw = await wire.AnswerAsync("resources/read", new JsonObject { ["uri"] = $"gmail://work/message/{id}/raw" });
        Assert.Equal("Files", MimeReader.Read(Convert.FromBase64String(raw["contents"]![0]!["blob"]!.GetValue<string>())).Header("Subject"));
        Assert.Equal(0, (await stage.RunAsync("users", "list")).ExitCode);
    }

    [Fact]
    public async Task A_ticket_of_46000_tokens_is_read_to_its_end_within_4000_tokens_a_page()
    {
        await using var stage = await Stage.SetAsync();
        var lines = Enumerable.Range(0, 4_200).Select(number => $"Segment {number} of the ticket, terms apply.").ToList();
        var id = await DeliverAsync(stage, MailFile.Of("ticket.txt", "text/plain", Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        var wire = stage.OverHttp(stage.Ada, Era.Stateless);
        var mail = await wire.ResultAsync("gmail_read", new JsonObject { ["ids"] = new JsonArray(id), ["account"] = "work" });
        var part = mail["messages"]![0]!["attachments"]![0]!["part"]!.GetValue<string>();

        var (whole, pages, cursor) = (new StringBuilder(), 0, (string?)null);
        do
        {
            var arguments = Arguments(id, part);
            arguments["cursor"] = cursor;
            var answer = await wire.CallAsync(1, "gmail_read_attachment", arguments);
            Assert.InRange(answer.Length / 4, 1, 4_000);
            var page = JsonNode.Parse(answer)!["result"]!["structuredContent"]!;
            whole.Append(page["text"]!.GetValue<string>()).Append('\n');
            cursor = page["next_cursor"]?.GetValue<string>();
            pages++;
        }
        while (cursor is not null && pages < 200);

        Assert.InRange(pages, 20, 60);
        Assert.All(lines, line => Assert.Contains(line, whole.ToString(), StringComparison.Ordinal));
    }

    private static JsonObject Arguments(string id, string part) => new() { ["message_id"] = id, ["part"] = part, ["account"] = "work" };

    private static async Task<string> DeliverAsync(Stage stage, params IReadOnlyList<MailFile> files)
    {
        using var content = new MemoryStream();
        var mail = new OutgoingMail
        {
            From = MailAddress.Create("from", "Friend", "friend@mail.example"),
            To = [MailAddress.Create("to", "", SmallWorld.Ada)],
            Subject = "Files",
            Date = TimeProvider.System.GetUtcNow(),
            MessageId = "files@mail.example",
            Text = "Here they are.",
            Attachments = files,
        };
        await MimeWriter.WriteAsync(mail, content, Stage.Stop);
        return stage.Sandbox.Deliver(SmallWorld.Ada, new SeedMail(content.ToArray(), ["INBOX"], mail.Date));
    }
}
