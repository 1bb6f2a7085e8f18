using Assistant.Tools.Tests.Google;
using Assistant.Tools.Writing;

namespace Assistant.Tools.Tests.Writing;

/// <summary>Mail by rules.</summary>
public sealed class RuleWritingTests : IAsyncLifetime
{
    private Workplace _place = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _place = await Workplace.WithWriterAsync(
        [Workplace.Person(Workplace.AnnWork, [Correspondence.Mail("Eva Keller <eva@contoso.example>", Workplace.AnnWork, "Angebot", "Guten Tag Ann,\n\nkönnen Sie uns das Angebot bis Freitag schicken? Wie hoch ist das Budget?\n\nFreundliche Grüße\nEva Keller", Correspondence.Now.AddHours(-4))])]);

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Theory]
    [InlineData("tell her that the plan is ready", "The plan is ready.")]
    [InlineData("Thank her for the slides and ask whether Friday suits her.", "Thank you for the slides. I wanted to ask whether Friday suits you.")]
    [InlineData("ask him if he wants to bring his dog", "I wanted to ask if you want to bring your dog.")]
    [InlineData("ask her when she has time", "I wanted to ask when you have time.")]
    [InlineData("politely decline", "Unfortunately I have to say no this time.")]
    [InlineData("accept, and say that I bring the papers and the keys", "I'm happy to accept. I bring the papers and the keys.")]
    [InlineData("apologise for the delay", "I'm sorry for the delay.")]
    [InlineData("decline the invitation because we travel that week", "Unfortunately I have to decline the invitation, because we travel that week.")]
    [InlineData("decline, because we travel that week", "Unfortunately I have to say no this time, because we travel that week.")]
    [InlineData("confirm Friday at 10 and tell him that the room is B12", "I confirm Friday at 10. The room is B12.")]
    [InlineData("write a short answer: we have a room", "We have a room.")]
    public async Task A_wish_becomes_sentences(string wish, string expected)
    {
        var email = await WriteAsync(new() { Wish = wish, To = ["Mia <mia@contoso.example>"], Tone = "friendly", Language = "en", Account = "work" });
        Assert.Equal($"Hello Mia,\n\n{expected}\n\nBest,\nann", email.Body);
        Assert.Contains("Written by rules", email.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frag sie, ob sie noch etwas braucht", "formal", "ich möchte fragen, ob Sie noch etwas brauchen.")]
    [InlineData("frag ihn, wann er Zeit hat", "friendly", "ich wollte fragen, wann du Zeit hast.")]
    [InlineData("frag sie, ob ihr Freitag passt", "friendly", "ich wollte fragen, ob dir Freitag passt.")]
    [InlineData("sag ihr, dass der Plan fertig ist, und bitte entschuldige dich für die Verspätung", "formal", "ich möchte Ihnen sagen, dass der Plan fertig ist. Bitte entschuldigen Sie die Verspätung.")]
    public async Task A_german_wish_becomes_sentences_to_its_reader(string wish, string tone, string expected) => Assert.Contains(
        $"\n\n{expected}\n\n", (await WriteAsync(new() { Wish = wish, To = ["Mia <mia@contoso.example>"], Tone = tone, Language = "de", Account = "work" })).Body, StringComparison.Ordinal);

    [Fact]
    public async Task A_german_mail_is_answered_in_german_and_what_is_open_is_said()
    {
        var thread = await Correspondence.ThreadAsync(_place, "Angebot");
        var email = await WriteAsync(new() { Wish = "sag zu", Thread = thread, Facts = ["Das Angebot kommt am Donnerstag."], Account = "work" });
        Assert.Equal("Guten Tag Eva Keller,\n\nvielen Dank für Ihre Nachricht.\n\nIch sage gern zu.\n\nDas Angebot kommt am Donnerstag.\n\nMit freundlichen Grüßen\nann", email.Body);
        Assert.Equal(["Wie hoch ist das Budget?"], email.Unanswered);
        Assert.Equal("Re: Angebot", email.Subject);

        var english = await WriteAsync(new() { Wish = "tell her that we are ready and have the papers for you", Thread = thread, Account = "work" });
        Assert.Contains(english.Notes!, note => note.Contains("rules cannot translate", StringComparison.Ordinal));
        Assert.DoesNotContain("ready", english.Body, StringComparison.Ordinal);
        var few = await WriteAsync(new() { Wish = "tell her that the data stays in Frankfurt", Thread = thread, Account = "work" });
        Assert.DoesNotContain("stays", few.Body, StringComparison.Ordinal);
        var polish = await WriteAsync(new() { Wish = "accept", Thread = thread, Language = "pl", Account = "work" });
        Assert.Contains(polish.Notes!, note => note.Contains("this is English", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_template_is_filled_and_variants_differ()
    {
        var email = await WriteAsync(new()
        {
            Wish = "",
            To = ["Mia <mia@contoso.example>"],
            Template = "meeting request",
            Values = new Dictionary<string, string> { ["topic"] = "the budget" },
            Offer = new(30, "2026-11-23", "2026-11-28"),
            Facts = ["The room is B12."],
            Language = "en",
            Account = "work",
        });
        Assert.Equal("Meeting about the budget", email.Subject);
        Assert.Contains("I would like to talk with you about the budget.", email.Body, StringComparison.Ordinal);
        Assert.Contains("- Monday, 23 November 2026, ", email.Body, StringComparison.Ordinal);
        Assert.Contains("The room is B12.\n\nBest regards", email.Body, StringComparison.Ordinal);
        Assert.Null(email.Flags);

        var thread = await Correspondence.ThreadAsync(_place, "Angebot");
        var two = await WriteAsync(new() { Wish = "zusagen", Thread = thread, Account = "work" }, new(2));
        Assert.NotEqual(two.Body, Assert.Single(two.Variants!).Body);
        var missing = await Assert.ThrowsAsync<ToolFailure>(() => WriteAsync(new() { Wish = "", To = ["mia@contoso.example"], Template = "apology", Account = "work" }));
        Assert.Equal("missing_value", missing.Code);
    }

    [Theory]
    [InlineData("", "nothing_to_say")]
    [InlineData("hello", "no_recipient")]
    public async Task What_lacks_words_or_people_is_refused(string wish, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<ToolFailure>(() => WriteAsync(new() { Wish = wish, To = wish.Length == 0 ? ["mia@contoso.example"] : [], Account = "work" }))).Code);

    [Theory]
    [InlineData("german", null, false, "'language'")]
    [InlineData(null, "mad", false, "'tone'")]
    [InlineData(null, null, true, "'reply_all'")]
    public async Task What_cannot_be_is_refused_whoever_writes(string? language, string? tone, bool replyAll, string expected)
    {
        var wish = new EmailWish { Wish = "hello", To = ["mia@contoso.example"], Language = language, Tone = tone, ReplyAll = replyAll, Account = "work" };
        Assert.Contains(expected, (await Assert.ThrowsAsync<ToolFailure>(() => WriteAsync(wish))).Message, StringComparison.Ordinal);
        Assert.Contains(expected, (await Assert.ThrowsAsync<ToolFailure>(() => _place.AsAsync<EmailWriter, string>("ann", writer => writer.PromptAsync(wish, 4_000, Stop)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_answer_goes_to_those_that_were_named_and_nobody_else()
    {
        var thread = await Correspondence.ThreadAsync(_place, "Angebot");
        var email = await WriteAsync(new() { Wish = "sag zu", Thread = thread, To = ["\"Boss, The\" <boss@work.example>"], Account = "work" }, new(Save: true));
        var account = await _place.AsAsync<Assistant.Tools.Google.GoogleAccounts, TokenStore.GoogleAccount>("ann", accounts => accounts.OneAsync("work", Stop));
        var (raw, _) = await _place.AsAsync<Assistant.Tools.Gmail.Drafts.DraftDesk, (byte[], string)>("ann", desk => desk.RawAsync(account, email.DraftId!, Stop));
        var text = System.Text.Encoding.UTF8.GetString(raw);
        Assert.Contains("boss@work.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("To: Eva", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<eva@contoso.example>\r\nCc", text, StringComparison.Ordinal);
    }

    private Task<GeneratedEmail> WriteAsync(EmailWish wish, WritingOptions? options = null) => _place.AsAsync<EmailWriter, GeneratedEmail>("ann", writer => writer.WriteAsync(wish, options ?? new(), Stop));
}
