using System.Text.Json.Nodes;
using Assistant.Tests.Shared;
using Assistant.TokenStore;
using Assistant.Tools.Models;
using Assistant.Tools.Search;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Writing;
using Assistant.Tools.Writing.Rewriting;

namespace Assistant.Tools.Tests.Writing;

/// <summary>Mail written by a service with OpenAI's interface: what it is told, and what happens when it fails.</summary>
public sealed class ChatServiceTests : IAsyncLifetime
{
    private const string Answer = "Subject: Whatever\n\nHello Carl,\n\nthe plan of 4711 euros is fine. I will send the signed paper tomorrow, as we said on the phone.\n\nCheers\nAnn\n\nSOURCES: 1";

    private ChatServer _chat = null!;
    private Workplace _place = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _chat = await ChatServer.StartAsync(Stop);
        _chat.Writes = _ => Answer;
        _place = await OpenAsync(new() { Kept = TimeSpan.FromMinutes(30) });
    }

    public async ValueTask DisposeAsync()
    {
        await _place.DisposeAsync();
        await _chat.DisposeAsync();
    }

    [Fact]
    public async Task It_is_told_what_the_answer_needs_and_nothing_of_another_user_or_account()
    {
        foreach (var user in (string[])["ann", "bob"])
            await IndexAsync(_place, user);
        var thread = await Correspondence.ThreadAsync(_place, "Plan of the year");

        var email = await WriteAsync(thread, facts: ["The room is B12."], offer: new(30, "2026-11-23", "2026-11-28"));

        var request = Assert.Single(_chat.Requests);
        var messages = JsonNode.Parse(request)!["messages"]!.AsArray();
        var (system, user1) = (ChatServer.TextOf(messages[0]!), ChatServer.TextOf(messages[1]!));
        foreach (var needed in (string[])["say yes", "Do you agree with the plan of 4711 euros?", "The room is B12.", "Monday, 23 November 2026", "carl@contoso.example", "earlier budget was 4200"])
            Assert.Contains(needed, user1, StringComparison.Ordinal);
        Assert.Contains("greets 'Hi {first},'", system, StringComparison.Ordinal);
        Assert.Contains("Language: en", system, StringComparison.Ordinal);
        foreach (var foreign in (string[])["canaryhome", "canarybob", Workplace.AnnHome, Workplace.Bob])
            Assert.DoesNotContain(foreign, request, StringComparison.OrdinalIgnoreCase);
        // What the mail says stands between the marks, what Ann says does not.
        var fence = user1.IndexOf("<untrusted-", StringComparison.Ordinal);
        Assert.True(user1.IndexOf("say yes", StringComparison.Ordinal) < fence && user1.IndexOf("Do you agree", StringComparison.Ordinal) > fence);
        Assert.Equal("small-1", email.By);
        Assert.StartsWith("Hello Carl,", email.Body!, StringComparison.Ordinal);
        Assert.DoesNotContain("SOURCES", email.Body, StringComparison.Ordinal);
        Assert.Equal("Re: Plan of the year", email.Subject);
        Assert.Equal([1], email.Sources!.Select(source => source.Number));
        Assert.Null(email.Flags);
        Assert.Equal((request.Length / 4, Answer.Length / 4), (email.TokensIn, email.TokensOut));
        Assert.Equal("Bearer the-key", _chat.Authorization);
    }

    [Theory]
    [InlineData(ChatTrouble.TooMany, "asks for fewer requests")]
    [InlineData(ChatTrouble.WrongKey, "check ASSISTANT_CHAT_KEY")]
    [InlineData(ChatTrouble.Broken, "answered 500")]
    [InlineData(ChatTrouble.BreaksOff, "broke off")]
    [InlineData(ChatTrouble.FallsSilent, "said nothing for")]
    [InlineData(ChatTrouble.AtLimit, "stopped at its limit")]
    [InlineData(ChatTrouble.Malformed, "broke off")]
    [InlineData(ChatTrouble.Refuses, "refused to")]
    [InlineData(ChatTrouble.SaysNothing, "wrote nothing")]
    public async Task When_it_fails_rules_write_and_the_answer_says_why_and_repeats_nothing(ChatTrouble trouble, string why)
    {
        for (var i = 0; i < 5; i++)
            _chat.Troubles.Enqueue(trouble);
        var thread = await Correspondence.ThreadAsync(_place, "Plan of the year");

        var email = WriteAsync(thread);
        for (var i = 0; i < 400 && !email.IsCompleted; i++)
        {
            if (trouble == ChatTrouble.FallsSilent && !_chat.Requests.IsEmpty)
                _place.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stop);
        }

        var written = await email;
        Assert.Equal("rules", written.By);
        Assert.StartsWith("Hi Carl,", written.Body!, StringComparison.Ordinal);
        var note = Assert.Single(written.Notes!, note => note.Contains("chat service", StringComparison.Ordinal));
        Assert.Contains(why, note, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", note, StringComparison.Ordinal);
        // Half of it came, and is not lost.
        Assert.Equal(trouble is ChatTrouble.BreaksOff or ChatTrouble.FallsSilent or ChatTrouble.AtLimit, written.Unfinished?.StartsWith("Hello Carl", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task What_was_begun_is_gone_on_with()
    {
        _chat.Troubles.Enqueue(ChatTrouble.BreaksOff);
        var thread = await Correspondence.ThreadAsync(_place, "Plan of the year");
        var first = await WriteAsync(thread);
        Assert.Single(_chat.Requests);
        Assert.Equal("rules", first.By);
        _chat.Writes = last => last.StartsWith("Go on", StringComparison.Ordinal) ? Answer[(Answer.IndexOf(first.Unfinished!, StringComparison.Ordinal) + first.Unfinished!.Length)..] : "Subject: x\n\nnot this";

        var second = await WriteAsync(thread);

        Assert.Equal("small-1", second.By);
        Assert.EndsWith("as we said on the phone.\n\nCheers\nAnn", second.Body!, StringComparison.Ordinal);
        Assert.DoesNotContain("not this", second.Body, StringComparison.Ordinal);
        var messages = JsonNode.Parse(_chat.Requests.Last())!["messages"]!.AsArray();
        Assert.Equal("assistant", (string?)messages[^2]!["role"]);
        Assert.EndsWith(first.Unfinished!, ChatServer.TextOf(messages[^2]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_a_template_are_told_checked_and_part_of_the_question()
    {
        async Task<GeneratedEmail> RemindAsync(string date, string name = "date") => await _place.AsAsync<EmailWriter, GeneratedEmail>("ann", writer => writer.WriteAsync(
            new() { Wish = "", To = ["carl@contoso.example"], Template = "reminder", Values = new Dictionary<string, string> { [name] = date }, Account = "work" }, new(), Stop));

        await RemindAsync("5 May");
        Assert.Contains("- date: 5 May", ChatServer.TextOf(JsonNode.Parse(_chat.Requests.Last())!["messages"]!.AsArray()[1]!), StringComparison.Ordinal);
        Assert.Null((await RemindAsync("9 May")).Remembered);
        Assert.Equal("unknown_value", (await Assert.ThrowsAsync<ToolFailure>(() => RemindAsync("5 May", "day"))).Code);
    }

    [Fact]
    public async Task What_cannot_be_saved_is_still_there_and_a_subject_alone_is_no_mail()
    {
        var thread = await Correspondence.ThreadAsync(_place, "Plan of the year");
        _chat.Writes = _ => "Subject: x\n\nHello Carl,\n\nsee [the plan](./plan.pdf).\n\nAnn\n\nSOURCES: 1";
        var written = await WriteAsync(thread, save: true);
        Assert.Null(written.DraftId);
        Assert.Contains("./plan.pdf", written.Body, StringComparison.Ordinal);
        Assert.StartsWith("Not saved as a draft: ", written.Notes![0], StringComparison.Ordinal);

        _chat.Writes = _ => "Subject: x\nSOURCES: 1";
        var empty = await WriteAsync(thread, fresh: true);
        Assert.Equal("rules", empty.By);
        Assert.StartsWith("Hi Carl,", empty.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_in_the_order_are_the_end_of_it()
    {
        await using var place = await OpenAsync(new() { Order = [WritingWay.Rules, WritingWay.Service] });
        Assert.Equal("rules", (await WriteAsync(await Correspondence.ThreadAsync(place, "Plan of the year"), place: place)).By);
        Assert.Empty(_chat.Requests);
    }

    [Fact]
    public async Task The_same_question_is_answered_from_memory_for_a_while_and_for_nobody_else()
    {
        var thread = await Correspondence.ThreadAsync(_place, "Plan of the year");
        Assert.Null((await WriteAsync(thread)).Remembered);
        Assert.True((await WriteAsync(thread)).Remembered);
        Assert.Single(_chat.Requests);
        await WriteAsync(thread, fresh: true);
        Assert.Equal(2, _chat.Requests.Count);
        await WriteAsync(thread, facts: ["The room is B13."]);
        Assert.Equal(3, _chat.Requests.Count);

        const string Text = "Hello there, this is a text that was written in a hurry.";
        await _place.AsAsync<EmailRewriter, GeneratedEmail>("ann", writer => writer.RewriteAsync(Text, "fix", null, null, false, Stop));
        var other = await _place.AsAsync<EmailRewriter, GeneratedEmail>("bob", writer => writer.RewriteAsync(Text, "fix", null, null, false, Stop));
        Assert.Null(other.Remembered);
        Assert.Equal(5, _chat.Requests.Count);

        _place.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Null((await WriteAsync(thread)).Remembered);
    }

    [Fact]
    public async Task A_key_uses_no_more_tokens_in_a_day_than_it_may_also_when_calls_come_at_once()
    {
        await using var place = await OpenAsync(new() { TokensPerDay = 3_000 });
        Task<GeneratedEmail> RewriteAsync(int i) => place.AsAsync<EmailRewriter, GeneratedEmail>(
            "ann", writer => writer.RewriteAsync($"Hello, this is number {i} of the texts that were written in a hurry.", "fix", null, null, false, Stop));

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(RewriteAsync));

        Assert.Contains(all, email => email.By == "small-1");
        Assert.All(all.Where(email => email.By == "rules"), email => Assert.Contains(email.Notes!, note => note.Contains("may use 3000 tokens of the chat service in a day", StringComparison.Ordinal)));
        for (var i = 20; i < 40; i++)
            all = [.. all, await RewriteAsync(i)];
        Assert.Contains(all, email => email.By == "rules");
        Assert.InRange(all.Sum(email => (email.TokensIn ?? 0) + (email.TokensOut ?? 0)), 1_000, 3_000);
        place.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("small-1", (await RewriteAsync(99)).By);
    }

    [Fact]
    public async Task Variants_are_asked_for_one_by_one_and_a_draft_is_saved_only_where_it_is_asked_for()
    {
        var number = 0;
        _chat.Writes = _ => $"Subject: s\n\nHello Carl,\n\nwording {(++number == 1 ? "one" : "two")}.\n\nAnn\n\nSOURCES: none";
        var thread = await Correspondence.ThreadAsync(_place, "Plan of the year");
        var two = await WriteAsync(thread, variants: 2);
        Assert.Contains("wording one", two.Body, StringComparison.Ordinal);
        Assert.Contains("wording two", Assert.Single(two.Variants!).Body, StringComparison.Ordinal);
        Assert.Null(two.DraftId);
        _chat.Troubles.Enqueue(ChatTrouble.None);
        _chat.Troubles.Enqueue(ChatTrouble.Refuses);
        var one = await WriteAsync(thread, fresh: true, variants: 2);
        Assert.Equal(("small-1", null), (one.By, one.Variants));
        Assert.Contains(one.Notes!, note => note.StartsWith("Variant 2: ", StringComparison.Ordinal));

        var saved = await WriteAsync(thread, save: true);

        Assert.NotNull(saved.DraftId);
        var (raw, _) = await _place.AsAsync<Assistant.Tools.Gmail.Drafts.DraftDesk, (byte[] Raw, string ThreadId)>(
            "ann", async desk => await desk.RawAsync((await AccountAsync()), saved.DraftId, Stop));
        var text = System.Text.Encoding.UTF8.GetString(raw);
        Assert.Contains("To: Carl Weiss <carl@contoso.example>", text, StringComparison.Ordinal);
        Assert.Contains("In-Reply-To:", text, StringComparison.Ordinal);
        Assert.Empty(_place.Sandbox.Deliveries);
    }

    private Task<GoogleAccount> AccountAsync() =>
        _place.AsAsync<Assistant.Tools.Google.GoogleAccounts, GoogleAccount>("ann", accounts => accounts.OneAsync("work", Stop));

    private Task<Workplace> OpenAsync(WritingSettings settings) => Workplace.WithWriterAsync(
        [
            Workplace.Person(Workplace.AnnWork, [
                Correspondence.Mail("Carl Weiss <carl@contoso.example>", Workplace.AnnWork, "Plan of the year", "Hello Ann,\n\nDo you agree with the plan of 4711 euros? We have to know it by Friday.\n\nCarl", Correspondence.Now.AddHours(-3)),
                Correspondence.Mail("Carl Weiss <carl@contoso.example>", Workplace.AnnWork, "Plan of last year", "Hello Ann,\n\nthe earlier budget was 4200 and you agreed with the plan.\n\nCarl", Correspondence.Now.AddDays(-90)),
                .. Enumerable.Range(0, 4).Select(i => Correspondence.Mail(Workplace.AnnWork, $"Person {i} <p{i}@contoso.example>", $"Note {i}", $"Hi Person,\n\nwith this mail you get the paper that we have for you.\n\nCheers\nAnn", Correspondence.Now.AddDays(-i - 2), sent: true)),
            ]),
            Workplace.Person(Workplace.AnnHome, [Correspondence.Mail("Carl Weiss <carl@contoso.example>", Workplace.AnnHome, "Plan of the year at home", "canaryhome: do you agree with the plan?", Correspondence.Now.AddDays(-1))]),
            Workplace.Person(Workplace.Bob, [Correspondence.Mail("Carl Weiss <carl@contoso.example>", Workplace.Bob, "Plan of the year for Bob", "canarybob: do you agree with the plan?", Correspondence.Now.AddDays(-1))]),
        ],
        settings with { Chat = new(_chat.Url, "small") { Key = "the-key", Timeout = TimeSpan.FromSeconds(10) } });

    private Task<GeneratedEmail> WriteAsync(
        string thread, string[]? facts = null, OfferWish? offer = null, bool fresh = false, int variants = 1, bool save = false, Workplace? place = null) =>
        (place ?? _place).AsAsync<EmailWriter, GeneratedEmail>(
            "ann", writer => writer.WriteAsync(new() { Wish = "say yes", Thread = thread, Facts = facts ?? [], Offer = offer, Account = "work" }, new(variants, null, fresh, save), Stop));

    private static async Task IndexAsync(Workplace place, string user)
    {
        foreach (var account in await place.AsAsync<Assistant.Tools.Google.GoogleAccounts, IReadOnlyList<GoogleAccount>>(user, accounts => accounts.AllowedAsync(Stop)))
            await place.AsAsync<MailboxIndexer, int?>(user, indexer => indexer.RunAsync(account, null, Stop));
    }
}
