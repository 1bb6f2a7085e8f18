using System.Net;
using System.Text;
using Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.GoogleSandbox.Tests.Gmail;

public sealed class SendingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_that_is_sent_is_gone_and_its_mail_is_with_everybody_but_bcc_with_nobody_else()
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);
        using var ben = OfficialMail.Of(sandbox, SmallWorld.Ben);
        var letter = OfficialMail.Letter("carl@elsewhere.example", headers: $"Bcc: Ben <{SmallWorld.Ben}>\r\n");

        var draft = await ada.Users.Drafts.Create(new Draft { Message = OfficialMail.Raw(letter) }, "me").ExecuteAsync(Stop);
        var sent = await ada.Users.Drafts.Send(new Draft { Id = draft.Id }, "me").ExecuteAsync(Stop);

        Assert.NotEqual(draft.Message.Id, sent.Id);
        Assert.Equal(["SENT"], sent.LabelIds);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<GoogleApiException>(() => ada.Users.Drafts.Get("me", draft.Id).ExecuteAsync(Stop))).HttpStatusCode);
        var delivery = Assert.Single(sandbox.Host.Deliveries);
        Assert.Equal(["carl@elsewhere.example", SmallWorld.Ben], delivery.Recipients);
        Assert.Equal("<mine@example.com>", delivery.SubmittedMessageId);
        var list = ben.Users.Messages.List("me");
        list.Q = "subject:hello";
        var received = await ben.Users.Messages.Get("me", (await list.ExecuteAsync(Stop)).Messages[0].Id).ExecuteAsync(Stop);
        var kept = await ada.Users.Messages.Get("me", sent.Id).ExecuteAsync(Stop);
        Assert.Null(received.Header("Bcc"));
        Assert.Equal($"Ben <{SmallWorld.Ben}>", kept.Header("Bcc"));
        Assert.NotEqual("<mine@example.com>", kept.Header("Message-ID"));
        Assert.Equal(kept.Header("Message-ID"), received.Header("Message-ID"));
        Assert.Equal(["INBOX", "UNREAD"], received.LabelIds);
        Assert.Empty(sandbox.Host.Violations);
    }

    [Fact]
    public async Task An_updated_draft_keeps_its_id_and_its_message_gets_another()
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);
        var draft = await ada.Users.Drafts.Create(new Draft { Message = OfficialMail.Raw(OfficialMail.Letter("a@x.example")) }, "me").ExecuteAsync(Stop);

        var updated = await ada.Users.Drafts.Update(new Draft { Message = OfficialMail.Raw(OfficialMail.Letter("b@x.example")) }, "me", draft.Id).ExecuteAsync(Stop);
        await ada.Users.Drafts.Send(new Draft { Id = draft.Id }, "me").ExecuteAsync(Stop);

        Assert.Equal(draft.Id, updated.Id);
        Assert.NotEqual(draft.Message.Id, updated.Message.Id);
        Assert.Equal(["b@x.example"], Assert.Single(sandbox.Host.Deliveries).Recipients);
        Assert.Null((await ada.Users.Drafts.List("me").ExecuteAsync(Stop)).Drafts);
    }

    [Theory]
    [InlineData("", "Recipient address required")]
    [InlineData("no address", "Invalid To header")]
    public async Task What_Gmail_would_not_send_is_refused(string to, string says)
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);

        var refused = await Assert.ThrowsAsync<GoogleApiException>(() => ada.Users.Messages.Send(OfficialMail.Raw(OfficialMail.Letter(to)), "me").ExecuteAsync(Stop));

        Assert.Equal(HttpStatusCode.BadRequest, refused.HttpStatusCode);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Empty(sandbox.Host.Deliveries);
    }

    [Fact]
    public async Task An_answer_joins_its_thread_only_with_reference_and_subject()
    {
        await using var sandbox = await Sandbox.StartAsync(SmallWorld.Mail("Plan", "text", headers: "Message-ID: <plan@example.org>\r\n"));
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);
        var thread = (await ada.Users.Messages.List("me").ExecuteAsync(Stop)).Messages[0].ThreadId;
        const string references = "In-Reply-To: <plan@example.org>\r\nReferences: <plan@example.org>\r\n";

        async Task<string> SendAsync(string subject, string headers) =>
            (await ada.Users.Messages.Send(OfficialMail.Raw(OfficialMail.Letter("carl@example.org", subject, headers), thread), "me").ExecuteAsync(Stop)).ThreadId;

        Assert.Equal(thread, await SendAsync("Re: Plan", references));
        Assert.NotEqual(thread, await SendAsync("Re: Plan", ""));
        Assert.NotEqual(thread, await SendAsync("Another plan", references));
    }

    [Fact]
    public async Task From_is_replaced_unless_the_person_may_use_the_address()
    {
        await using var sandbox = await Sandbox.StartAsync(options => options with
        {
            World = new SeedWorld(
            [
                SmallWorld.Person(SmallWorld.Ada, "Ada Lovelace", []) with { SendAs = [new("countess@example.com"), new("new@example.com", Verified: false)] },
            ]),
        });
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);

        foreach (var from in new[] { "countess@example.com", "new@example.com", "ben@example.com" })
        {
            var letter = Encoding.UTF8.GetBytes($"From: {from}\r\nTo: carl@example.org\r\nSubject: x\r\n\r\ny\r\n");
            await ada.Users.Messages.Send(OfficialMail.Raw(letter), "me").ExecuteAsync(Stop);
        }

        var sent = sandbox.Host.Deliveries.Select(delivery => Encoding.UTF8.GetString(delivery.Raw)).ToList();
        Assert.Contains("From: countess@example.com", sent[0], StringComparison.Ordinal);
        Assert.All(sent.Skip(1), raw => Assert.Contains($"<{SmallWorld.Ada}>", raw, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_large_message_comes_in_pieces_and_small_scopes_do_not_send()
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);
        using var reader = OfficialMail.Of(sandbox, SmallWorld.Ada, Sandbox.ReadOnly);
        var letter = OfficialMail.Letter("carl@example.org", text: new string('x', 1_500_000));
        using var stream = new MemoryStream(letter);
        var upload = ada.Users.Drafts.Create(new Draft { Message = new Message() }, "me", stream, "message/rfc822");
        upload.ChunkSize = Google.Apis.Upload.ResumableUpload.MinimumChunkSize * 2;

        var progress = await upload.UploadAsync(Stop);

        Assert.Null(progress.Exception);
        var get = ada.Users.Drafts.Get("me", upload.ResponseBody.Id);
        get.Format = Google.Apis.Gmail.v1.UsersResource.DraftsResource.GetRequest.FormatEnum.Raw;
        var raw = (await get.ExecuteAsync(Stop)).Message.Raw;
        Assert.Equal(letter, System.Buffers.Text.Base64Url.DecodeFromChars(raw));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Assert.ThrowsAsync<GoogleApiException>(() => reader.Users.Drafts.Send(new Draft { Id = upload.ResponseBody.Id }, "me").ExecuteAsync(Stop))).HttpStatusCode);
        Assert.Empty(sandbox.Host.Deliveries);
        Assert.Empty(sandbox.Host.Violations);
    }

    [Fact]
    public async Task The_vacation_responder_answers_a_person_once_and_a_list_never()
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var ada = OfficialMail.Of(sandbox, SmallWorld.Ada);
        using var ben = OfficialMail.Of(sandbox, SmallWorld.Ben);
        await ben.Users.Settings.UpdateVacation(new VacationSettings { EnableAutoReply = true, ResponseSubject = "Away", ResponseBodyPlainText = "Back soon" }, "me").ExecuteAsync(Stop);

        foreach (var headers in new[] { "List-Id: <news.example>\r\n", "", "" })
            await ada.Users.Messages.Send(OfficialMail.Raw(OfficialMail.Letter(SmallWorld.Ben, headers: headers)), "me").ExecuteAsync(Stop);

        Assert.Equal(["gmail.users.messages.send", "gmail.users.messages.send", "vacation", "gmail.users.messages.send"], sandbox.Host.Deliveries.Select(delivery => delivery.Method));
    }
}
