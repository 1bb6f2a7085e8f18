using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Tests.Gmail;

public sealed class ThreadTests
{
    private static readonly SeedMail[] Mails =
    [
        SmallWorld.Mail("Plan", "first", headers: "Message-ID: <1@x>\r\n", daysAgo: 9, labels: ["INBOX"]),
        SmallWorld.Mail("Re: Plan", "second", headers: "Message-ID: <2@x>\r\nIn-Reply-To: <1@x>\r\n", daysAgo: 8, labels: ["SENT"]),
        SmallWorld.Mail("AW: RE: Plan", "third", headers: "Message-ID: <3@x>\r\nReferences: <0@x>\r\n <2@x>\r\n", daysAgo: 3, labels: ["INBOX", "UNREAD"]),
        SmallWorld.Mail("Another plan", "same references, other subject", headers: "In-Reply-To: <1@x>\r\n", daysAgo: 2),
        SmallWorld.Mail("Plan", "same subject, no references", daysAgo: 1),
    ];

    [Fact]
    public async Task Answers_with_the_same_subject_join_the_thread_of_what_they_answer()
    {
        await using var sandbox = await Sandbox.StartAsync(Mails);
        var list = (await sandbox.As(SmallWorld.Ada).GmailAsync("threads"))["threads"]!.AsArray();

        Assert.Equal(3, list.Count);
        Assert.Equal("third", list[2]!["snippet"]!.GetValue<string>());
        var thread = await sandbox.GmailAsync($"threads/{list[2]!["id"]}");
        var messages = thread["messages"]!.AsArray();
        Assert.Equal(["first", "second", "third"], messages.Select(message => message!["snippet"]!.GetValue<string>()));
        Assert.All(messages, message => Assert.Equal(thread["id"]!.GetValue<string>(), message!["threadId"]!.GetValue<string>()));
        Assert.Equal(thread["id"]!.GetValue<string>(), messages[0]!["id"]!.GetValue<string>());
        Assert.Equal(list[2]!["historyId"]!.GetValue<string>(), thread["historyId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_thread_is_found_by_any_of_its_messages()
    {
        await using var sandbox = await Sandbox.StartAsync(Mails);

        var found = await sandbox.As(SmallWorld.Ada).GmailAsync("threads?q=second");

        Assert.Equal("third", Assert.Single(found["threads"]!.AsArray())!["snippet"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("minimal", false)]
    [InlineData("metadata", true)]
    public async Task A_thread_has_its_messages_in_the_format_asked(string format, bool hasPayload)
    {
        await using var sandbox = await Sandbox.StartAsync(Mails);
        var id = (await sandbox.As(SmallWorld.Ada).GmailAsync("threads?q=second"))["threads"]![0]!["id"];

        var thread = await sandbox.GmailAsync($"threads/{id}?format={format}");

        Assert.All(thread["messages"]!.AsArray(), message => Assert.Equal(hasPayload, message!["payload"] is JsonObject));
    }

    [Fact]
    public async Task A_thread_that_does_not_exist_is_not_found()
    {
        await using var sandbox = await Sandbox.StartAsync(Mails);

        Assert.Equal((404, "notFound"), await sandbox.As(SmallWorld.Ada).RefusalAsync("/gmail/v1/users/me/threads/0123456789abcdef"));
    }

    [Fact]
    public async Task Labels_count_messages_and_threads()
    {
        await using var sandbox = await Sandbox.StartAsync(Mails);
        sandbox.As(SmallWorld.Ada);

        var inbox = await sandbox.GmailAsync("labels/INBOX");
        var counts = new[] { "messagesTotal", "messagesUnread", "threadsTotal", "threadsUnread" }.Select(name => inbox[name]!.GetValue<int>());

        Assert.Equal([4, 1, 3, 1], counts);
        Assert.Equal((404, "notFound"), await sandbox.RefusalAsync("/gmail/v1/users/me/labels/Label_99"));
    }

    [Fact]
    public async Task Labels_are_listed_with_the_persons_own()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var labels = (await sandbox.As(SmallWorld.Ada).GmailAsync("labels"))["labels"]!.AsArray();

        Assert.Contains(labels, label => label!["id"]!.GetValue<string>() == "INBOX" && label["type"]!.GetValue<string>() == "system");
        Assert.Equal(["Work", "Work/Reports", "Offene Rechnungen"], labels.Where(label => label!["type"]!.GetValue<string>() == "user").Select(label => label!["name"]!.GetValue<string>()));
        Assert.All(labels, label => Assert.Null(label!["messagesTotal"]));
    }

    [Fact]
    public async Task The_profile_counts_the_mailbox()
    {
        await using var sandbox = await Sandbox.StartAsync(Mails);

        var profile = await sandbox.As(SmallWorld.Ada).GmailAsync("profile");

        Assert.Equal(SmallWorld.Ada, profile["emailAddress"]!.GetValue<string>());
        Assert.Equal((5, 3), (profile["messagesTotal"]!.GetValue<int>(), profile["threadsTotal"]!.GetValue<int>()));
    }

    [Fact]
    public async Task The_person_sends_as_themselves()
    {
        await using var sandbox = await Sandbox.StartAsync();

        var address = Assert.Single((await sandbox.As(SmallWorld.Ada).GmailAsync("settings/sendAs"))["sendAs"]!.AsArray())!;

        Assert.Equal((SmallWorld.Ada, "Ada Lovelace"), (address["sendAsEmail"]!.GetValue<string>(), address["displayName"]!.GetValue<string>()));
    }
}
