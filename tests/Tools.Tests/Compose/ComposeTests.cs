using System.Text;
using Assistant.GoogleSandbox;
using Assistant.Tools.Agreements;
using Assistant.Tools.Compose;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Gmail;
using Assistant.Tools.Gmail.Drafts;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Undo;

namespace Assistant.Tools.Tests.Compose;

public sealed class ComposeTests
{
    private const string Carl = "carl@elsewhere.example";
    private static readonly SendTiming Now = new(null, null, null);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_joins_the_thread_at_gmail_and_for_every_other_mail_program()
    {
        await using var place = await PlaceAsync(Letter(from: $"Carl Carter <{Carl}>", to: $"Ann <{Workplace.AnnWork}>", subject: "Plan", text: "What do you think of the plan and the date?"));
        var original = await OneAsync(place);

        var sent = await SendAsync(place, new MailWish { ReplyTo = original.Id, Body = "I like **it**." });

        Assert.Equal(original.ThreadId, sent.ThreadId);
        var mail = place.Sandbox.Deliveries[^1];
        Assert.Equal([Carl], mail.Recipients);
        Assert.Equal("Re: Plan", ThreadingJudge.Field(mail.Raw, "Subject"));
        Assert.Equal("<letter1@elsewhere.example>", ThreadingJudge.Field(mail.Raw, "In-Reply-To"));
        Assert.True(ThreadingJudge.AreOneThread(Original("Plan"), mail.Raw));
        var text = MimeReader.Read(mail.Raw).SelfAndDescendants().First(part => part.Type == "text/plain").Text.ReplaceLineEndings("\n");
        Assert.StartsWith("I like it.\n\nOn ", text, StringComparison.Ordinal);
        Assert.Contains("Carl Carter <carl@elsewhere.example> wrote:\n> What do you think", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bitte schicken Sie mir die Unterlagen und den Bericht, danke.", "schrieb Carl")]
    [InlineData("Merci pour le document, nous sommes dans les temps avec vous.", "a écrit :")]
    [InlineData("Gracias por los documentos, pero el informe no está para hoy.", "escribió:")]
    public async Task The_quotation_is_in_the_language_of_the_conversation(string text, string expected)
    {
        await using var place = await PlaceAsync(Letter($"Carl <{Carl}>", Workplace.AnnWork, "Plan", text));
        var original = await OneAsync(place);

        await SendAsync(place, new MailWish { ReplyTo = original.Id, Body = "OK" });

        Assert.Contains(expected, MimeReader.Read(place.Sandbox.Deliveries[^1].Raw).SelfAndDescendants().First(part => part.Type == "text/plain").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_all_writes_to_everybody_but_oneself_and_each_once()
    {
        await using var place = await PlaceAsync(Letter(
            $"Carl <{Carl}>", $"Ann <{Workplace.AnnWork}>, dora@elsewhere.example", "Plan", "x", headers: $"Cc: Ann <{Workplace.AnnWork}>, Emil <emil@elsewhere.example>, dora@elsewhere.example\r\n"));
        var original = await OneAsync(place);

        await SendAsync(place, new MailWish { ReplyTo = original.Id, ReplyAll = true, Bcc = ["Fay <fay@elsewhere.example>", "emil@elsewhere.example"], Body = "All right" });

        var mail = place.Sandbox.Deliveries[^1];
        Assert.Equal(["carl@elsewhere.example", "dora@elsewhere.example"], MimeReader.Read(mail.Raw).Addresses("To").Select(one => one.Address));
        Assert.Equal(["emil@elsewhere.example"], MimeReader.Read(mail.Raw).Addresses("Cc").Select(one => one.Address));
        Assert.Equal(["fay@elsewhere.example"], MimeReader.Read(mail.Raw).Addresses("Bcc").Select(one => one.Address));
    }

    [Theory]
    [InlineData("Reply-To: list@lists.example\r\n", "list@lists.example")]
    [InlineData("", Carl)]
    public async Task Reply_to_is_honoured(string headers, string expected)
    {
        await using var place = await PlaceAsync(Letter($"Carl <{Carl}>", "list@lists.example", "News", "x", headers));

        await SendAsync(place, new MailWish { ReplyTo = (await OneAsync(place)).Id, Body = "y" });

        Assert.Equal([expected], place.Sandbox.Deliveries[^1].Recipients);
    }

    [Fact]
    public async Task Answering_ones_own_mail_goes_on_to_whom_it_was_sent_and_stays_in_the_thread()
    {
        await using var place = await PlaceAsync();
        var first = await SendAsync(place, new MailWish { To = [Carl], Subject = "Question", Body = "Any news?" });

        var second = await SendAsync(place, new MailWish { ReplyTo = first.Id, Body = "Hello again" });

        Assert.Equal(first.ThreadId, second.ThreadId);
        Assert.Equal([Carl], place.Sandbox.Deliveries[^1].Recipients);
        Assert.True(ThreadingJudge.AreOneThread(place.Sandbox.Deliveries[0].Raw, place.Sandbox.Deliveries[1].Raw));
    }

    [Fact]
    public async Task A_forward_carries_heading_text_and_files_and_another_person_gets_it_byte_for_byte()
    {
        var content = Enumerable.Range(0, 70_000).Select(i => (byte)(i * 7)).ToArray();
        await using var place = await PlaceAsync(await WithFileAsync("täglich.pdf", content));
        var original = await OneAsync(place);

        await SendAsync(place, new MailWish { Forward = original.Id, To = [Workplace.Bob], Body = "For you" });

        var received = MimeReader.Read(place.Sandbox.Deliveries[^1].Raw);
        Assert.Equal("Fwd: With a file", received.Header("Subject"));
        var file = received.SelfAndDescendants().Single(part => part.Disposition == "attachment");
        Assert.Equal("täglich.pdf", file.FileName);
        Assert.Equal(content, file.Content.ToArray());
        Assert.Contains("---------- Forwarded message", received.SelfAndDescendants().First(part => part.Type == "text/plain").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_an_earlier_mail_and_one_that_is_given_go_along_and_a_picture_stands_in_the_text()
    {
        var content = new byte[] { 1, 2, 3, 250 };
        await using var place = await PlaceAsync(await WithFileAsync("a.bin", content));
        var original = await OneAsync(place);
        var part = (await place.AsAsync<MailReader, MailPage>("ann", reader => reader.ReadAsync([original.Id!], MailFormat.Markdown, "work", false, null, null, Stop)))
            .Messages![0].Attachments![0].Part!;

        await SendAsync(place, new MailWish
        {
            To = [Carl],
            Subject = "Files",
            Body = "Look: ![logo](cid:logo)",
            Attachments = [new(MessageId: original.Id!, Part: part), new(Name: "logo.png", Type: "image/png", ContentBase64: "AQID", ContentId: "logo")],
        });

        var mail = MimeReader.Read(place.Sandbox.Deliveries[^1].Raw);
        var files = mail.SelfAndDescendants().Where(one => one.FileName.Length > 0).ToDictionary(one => one.FileName);
        Assert.Equal(content, files["a.bin"].Content.ToArray());
        Assert.Equal(("inline", "<logo>"), (files["logo.png"].Disposition, files["logo.png"].Header("Content-ID")));
        Assert.Equal("multipart/mixed", mail.Type);
    }

    [Fact]
    public async Task The_signature_and_the_address_that_was_written_to_are_used_and_a_foreign_one_is_refused()
    {
        var person = Workplace.Person(Workplace.AnnWork, [Letter($"Carl <{Carl}>", "info@work.example", "Offer", "x")]) with
        {
            SendAs = [new("info@work.example", "Info desk", "<b>The desk</b>"), new("new@work.example", Verified: false)],
        };
        await using var place = await Workplace.OpenAsync([person]);
        var original = await OneAsync(place);

        await SendAsync(place, new MailWish { ReplyTo = original.Id, Body = "Yes", Quote = false });
        var foreign = await Assert.ThrowsAsync<ToolFailure>(() => SendAsync(place, new MailWish { To = [Carl], Body = "x", From = "eve@x.example" }));
        var unverified = await Assert.ThrowsAsync<ToolFailure>(() => SendAsync(place, new MailWish { To = [Carl], Body = "x", From = "new@work.example" }));

        var mail = MimeReader.Read(place.Sandbox.Deliveries[^1].Raw);
        Assert.Equal("Info desk <info@work.example>", mail.Header("From"));
        Assert.Equal("Yes\n\n-- \nThe desk\n", mail.SelfAndDescendants().First(part => part.Type == "text/plain").Text.ReplaceLineEndings("\n"));
        Assert.Contains("info@work.example", foreign.Message, StringComparison.Ordinal);
        Assert.Contains("not confirmed", unverified.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_made_changed_sent_and_each_change_can_be_undone()
    {
        await using var place = await PlaceAsync(Letter($"Carl <{Carl}>", Workplace.AnnWork, "Plan", "What do you think of it and the date?"));
        var original = await OneAsync(place);
        var made = await place.AsAsync<DraftDesk, ChangeResult>("ann", desk => desk.CreateAsync(new MailWish { ReplyTo = original.Id, Body = "First" }, "work", Stop));
        Assert.Empty(place.Sandbox.Deliveries);

        await place.AsAsync<DraftDesk, ChangeResult>("ann", desk => desk.UpdateAsync(
            made.Id!, new MailWish { Body = "Second", Cc = ["dora@elsewhere.example"] }, new(false, true, false, false, true, false, false), "work", Stop));
        var changed = await ReadAsync(place, made.Id!);
        Assert.Contains("Second", changed, StringComparison.Ordinal);
        Assert.Contains("What do you think", changed, StringComparison.Ordinal);
        Assert.DoesNotContain("First", changed, StringComparison.Ordinal);
        await place.AsAsync<Undoing, ChangeResult>("ann", undoing => undoing.UndoAsync(null, Stop));
        Assert.Contains("First", await ReadAsync(place, made.Id!), StringComparison.Ordinal);

        var deleted = await place.AsAsync<DraftDesk, ChangeResult>("ann", desk => desk.DeleteAsync(made.Id!, "work", Stop));
        Assert.Empty((await ListAsync(place)).Drafts ?? []);
        await place.AsAsync<Undoing, ChangeResult>("ann", undoing => undoing.UndoAsync(deleted.UndoId, Stop));
        var back = Assert.Single((await ListAsync(place)).Drafts!);

        var sent = await place.AsAsync<SendDesk, OutboxResult>("ann", desk => desk.SendDraftAsync(back.Id!, Now, "work", Stop));
        Assert.Equal(original.ThreadId, sent.ThreadId);
        Assert.Equal([Carl], Assert.Single(place.Sandbox.Deliveries).Recipients);
        Assert.Empty((await ListAsync(place)).Drafts ?? []);
    }

    [Fact]
    public async Task Drafts_of_somebody_else_are_as_drafts_that_never_were()
    {
        await using var place = await PlaceAsync();
        var made = await place.AsAsync<DraftDesk, ChangeResult>("ann", desk => desk.CreateAsync(new MailWish { To = [Carl], Body = "x" }, "work", Stop));

        var foreign = await Assert.ThrowsAsync<ToolFailure>(() => place.AsAsync<DraftDesk, ChangeResult>("bob", desk => desk.DeleteAsync(made.Id!, "work", Stop)));
        var unknown = await Assert.ThrowsAsync<ToolFailure>(() => place.AsAsync<SendDesk, OutboxResult>("bob", desk => desk.SendDraftAsync(made.Id!, Now, "work", Stop)));

        Assert.Equal("not_found", foreign.Code);
        Assert.Equal("not_found", unknown.Code);
        Assert.Empty(place.Sandbox.Deliveries);
    }

    [Theory]
    [InlineData("a\r\nBcc: eve@x.example")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("=?utf-8?Q?a=0D=0ABcc:_eve@x.example?=")]
    public async Task No_argument_can_begin_another_header_field(string evil)
    {
        await using var place = await PlaceAsync();
        MailWish[] attempts =
        [
            new() { To = [Carl], Subject = evil },
            new() { To = [$"{evil} <{Carl}>"] },
            new() { To = [Carl], Cc = [$"\"{evil}\" <{Carl}>"] },
            new() { To = [Carl], Bcc = [$"{Carl}{evil}"] },
            new() { To = [Carl], From = $"{evil} <{Workplace.AnnWork}>" },
            new() { To = [Carl], Attachments = [new(Name: evil, ContentBase64: "AQID")] },
            new() { To = [Carl], Attachments = [new(Name: "a", Type: evil, ContentBase64: "AQID")] },
            new() { To = [Carl], Body = "![x](cid:c)", Attachments = [new(Name: "a", Type: "image/png", ContentBase64: "AQID", ContentId: evil)] },
        ];

        foreach (var attempt in attempts)
            Assert.Equal("bad_argument", (await Assert.ThrowsAsync<ToolFailure>(() => SendAsync(place, attempt))).Code);
        Assert.Empty(place.Sandbox.Deliveries);
        Assert.Empty((await ListAsync(place)).Drafts ?? []);
    }

    [Fact]
    public async Task Active_content_of_the_original_is_not_quoted()
    {
        const string html = "<p>Hi</p><script>alert(1)</script><form action=\"https://x.example\"><input></form><a href=\"javascript:x\">a</a><img src=x onerror=y>";
        await using var place = await PlaceAsync(Letter($"Carl <{Carl}>", Workplace.AnnWork, "Plan", html, type: "text/html"));

        await SendAsync(place, new MailWish { ReplyTo = (await OneAsync(place)).Id, Body = "ok" });

        var quoted = MimeReader.Read(place.Sandbox.Deliveries[^1].Raw).SelfAndDescendants().First(part => part.Type == "text/html").Text;
        Assert.Contains("<p>Hi</p>", quoted, StringComparison.Ordinal);
        foreach (var active in new[] { "script", "<form", "<input", "javascript:", "onerror" })
            Assert.DoesNotContain(active, quoted, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_large_file_is_uploaded_in_pieces_and_arrives_whole()
    {
        var content = new byte[18_000_000];
        new Random(7).NextBytes(content);
        await using var place = await PlaceAsync();

        await SendAsync(place, new MailWish { To = [Carl], Subject = "Large", Body = "x", Attachments = [new(Name: "a.bin", ContentBase64: Convert.ToBase64String(content))] });

        Assert.Equal(content, MimeReader.Read(place.Sandbox.Deliveries[^1].Raw).SelfAndDescendants().Single(part => part.FileName == "a.bin").Content.ToArray());
        Assert.Contains(place.Sandbox.Requests, request => request.Path.StartsWith("/upload/", StringComparison.Ordinal) && request.HttpMethod == "PUT");
    }

    private static Task<OutboxResult> SendAsync(Workplace place, MailWish wish) =>
        place.AsAsync<SendDesk, OutboxResult>("ann", desk => desk.SendAsync(wish, Now, "work", Stop));

    private static Task<DraftList> ListAsync(Workplace place) => place.AsAsync<DraftReader, DraftList>("ann", reader => reader.ListAsync(null, "work", null, Stop));

    private static async Task<string> ReadAsync(Workplace place, string draft) =>
        (await place.AsAsync<DraftReader, MailPage>("ann", reader => reader.ReadAsync(draft, "work", null, null, Stop))).ToText();

    private static async Task<MailHit> OneAsync(Workplace place) =>
        (await place.AsAsync<MailSearch, MailSearchResult>("ann", search => search.FindAsync("in:inbox", "work", null, null, null, null, Stop))).Messages![0];

    private static Task<Workplace> PlaceAsync(params SeedMail[] mails) => Workplace.OpenAsync([Workplace.Person(Workplace.AnnWork, mails)]);

    private static byte[] Original(string subject) => Letter($"Carl <{Carl}>", Workplace.AnnWork, subject, "x").Rfc822;

    private static SeedMail Letter(string from, string to, string subject, string text, string headers = "", string type = "text/plain") => new(
        Encoding.UTF8.GetBytes(
            $"From: {from}\r\nTo: {to}\r\nSubject: {subject}\r\nDate: Mon, 02 Mar 2026 09:00:00 +0000\r\nMessage-ID: <letter1@elsewhere.example>\r\n{headers}"
            + $"Content-Type: {type}; charset=utf-8\r\n\r\n{text}\r\n"),
        ["INBOX"],
        new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private static async Task<SeedMail> WithFileAsync(string name, byte[] content)
    {
        var mail = new OutgoingMail
        {
            From = MailAddress.Create("from", "Carl", Carl),
            To = [MailAddress.Create("to", "Ann", Workplace.AnnWork)],
            Subject = "With a file",
            Date = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
            MessageId = "letter1@elsewhere.example",
            Text = "Please see the file and tell me.",
            Attachments = [MailFile.Of(name, "application/pdf", content)],
        };
        return new(await MimeRoundTripTests.WriteAsync(mail), ["INBOX"], mail.Date);
    }
}
