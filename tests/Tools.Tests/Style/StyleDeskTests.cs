using Assistant.Tools.Style;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Tests.Writing;
using Assistant.Tools.Writing;

namespace Assistant.Tools.Tests.Style;

public sealed class StyleDeskTests : IAsyncLifetime
{
    private Workplace _place = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _place = await Workplace.WithWriterAsync(
    [
        Workplace.Person(Workplace.AnnWork, [.. Enumerable.Range(0, 6).Select(i => Correspondence.Mail(
            Workplace.AnnWork, $"Person{i} Last{i} <p{i}@contoso.example>", $"Note {i}", $"Hi Person{i},\n\nwith this mail you get the paper. It is the one that we spoke of.\n\nCheers\nAnn\n\n-- \nAnn, Work Ltd", Correspondence.Now.AddDays(-i), sent: true))]),
        Workplace.Person(Workplace.Bob, [Correspondence.Mail(Workplace.Bob, "Carl <carl@contoso.example>", "Note", "Dear Carl,\n\nthis is the paper that you have asked for.\n\nKind regards\nBob", Correspondence.Now, sent: true)]),
    ]);

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task It_is_learned_at_the_first_look_edited_over_learning_and_erased()
    {
        var learned = await AsAnnAsync(desk => desk.ReadAsync("work", false, Stop));
        var entry = Assert.Single(learned.Entries);
        Assert.Equal(("en", "external", 6, "Hi {first},", "Cheers", "Ann", "informal"), (entry.Language, entry.Kind, entry.Mails, entry.Greeting, entry.Closing, entry.SignsAs, entry.Formality));
        Assert.Equal("Ann, Work Ltd", entry.Signature);
        Assert.Contains("greets 'Hi {first},'", learned.ToText(), StringComparison.Ordinal);

        await AsAnnAsync(desk => desk.EditAsync(new("en", "external", 0, Greeting: "Good day {first},"), "work", Stop));
        await AsAnnAsync(desk => desk.EditAsync(new("en", "external", 0, Closing: "So long"), "work", Stop));
        var again = Assert.Single((await AsAnnAsync(desk => desk.ReadAsync("work", true, Stop))).Entries);
        Assert.Equal(("Good day {first},", "So long", "Ann", true), (again.Greeting, again.Closing, again.SignsAs, again.IsEdited));
        var email = await _place.AsAsync<EmailWriter, GeneratedEmail>("ann", writer => writer.WriteAsync(new() { Wish = "tell him that we are ready", To = ["Carl Weiss <carl@contoso.example>"], Account = "work" }, new(), Stop));
        Assert.Equal("Good day Carl,\n\nWe are ready.\n\nSo long,\nAnn", email.Body);

        var erased = await AsAnnAsync(desk => desk.EraseAsync("work", Stop));
        Assert.Empty(erased.Entries);
        Assert.Equal("Hi {first},", Assert.Single((await AsAnnAsync(desk => desk.ReadAsync("work", false, Stop))).Entries).Greeting);
    }

    [Fact]
    public async Task Everybody_and_every_account_has_their_own()
    {
        await AsAnnAsync(desk => desk.EditAsync(new("en", "external", 0, Greeting: "Good day {first},"), "work", Stop));
        Assert.Equal("Dear {first},", Assert.Single((await _place.AsAsync<StyleDesk, StyleProfile>("bob", desk => desk.ReadAsync(null, false, Stop))).Entries).Greeting);
        Assert.Empty((await AsAnnAsync(desk => desk.ReadAsync("home", false, Stop))).Entries);
    }

    [Theory]
    [InlineData("english", "Hi,", "two small letters")]
    [InlineData("EN", "Hi,", "two small letters")]
    [InlineData("en", null, "Say what to change")]
    [InlineData("en", "Hi,\nthere", "one line")]
    public async Task What_cannot_be_an_edit_is_refused(string language, string? greeting, string expected)
    {
        var failure = await Assert.ThrowsAsync<ToolFailure>(() => AsAnnAsync(desk => desk.EditAsync(new(language, "external", 0, greeting), "work", Stop)));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<StyleEntry, string> Wrong => new()
    {
        { Edit("de") with { Greeting = "Hallo {vorname}," }, "'{vorname}' is no placeholder: there are {first}, {last} and {full}." },
        { Edit("de") with { Greeting = "Hallo {First}," }, "'{First}' is no placeholder: there are {first}, {last} and {full}." },
        { Edit("de") with { Greeting = "Hallo {first" }, "'{first' is no placeholder: there are {first}, {last} and {full}." },
        { Edit("de") with { Closing = "Bis bald, {first}" }, "Only 'greeting' has placeholders." },
        { Edit("de") with { Address = "yo" }, "'address' in de is du or Sie." },
        { Edit("de") with { Address = "vous" }, "'address' in de is du or Sie." },
        { Edit("fr") with { Address = "Sie" }, "'address' in fr is tu or vous." },
        { Edit("es") with { Address = "vous" }, "'address' in es is tú or usted." },
        { Edit("en") with { Address = "du" }, "'address' is for de, fr and es; en has one way only." },
        { Edit("en") with { Closing = "Best\rBcc: all" }, "'closing' is one line of at most 120 characters." },
        { Edit("en") with { SignsAs = "Ann\u2028Boss" }, "'signs_as' is one line of at most 120 characters." },
        { Edit("en") with { Greeting = new string('x', 121) }, "'greeting' is one line of at most 120 characters." },
        { Edit("en") with { Phrases = ["fine", "two\u0085lines"] }, "'phrases' is one line of at most 120 characters." },
        { Edit("en") with { Phrases = [.. Enumerable.Repeat("fine", 21)] }, "At most 20 phrases." },
        { Edit("en") with { Formality = "rude" }, "'formality' is formal, neutral or informal." },
        { Edit("en") with { Kind = "boss", Closing = "Best" }, "'kind' is colleague, external, private or group." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task An_edit_that_would_spoil_a_mail_is_refused(StyleEntry edit, string expected)
    {
        var failure = await Assert.ThrowsAsync<ToolFailure>(() => AsAnnAsync(desk => desk.EditAsync(edit, "work", Stop)));
        Assert.Equal(("bad_argument", expected), (failure.Code, failure.Message));
    }

    [Theory]
    [InlineData("de", "sie", "Sie")]
    [InlineData("de", "du", "du")]
    [InlineData("fr", "Vous", "vous")]
    [InlineData("es", "tú", "tú")]
    public async Task The_way_to_address_somebody_is_one_of_the_language(string language, string address, string expected) =>
        Assert.Equal(expected, (await AsAnnAsync(desk => desk.EditAsync(Edit(language) with { Address = address }, "work", Stop))).Entries.Single(entry => entry.Language == language).Address);

    [Fact]
    public async Task What_is_set_to_nothing_is_forgotten_until_it_is_set_again()
    {
        await AsAnnAsync(desk => desk.ReadAsync("work", false, Stop));

        var edited = await AsAnnAsync(desk => desk.EditAsync(Edit("en") with { Greeting = "", SignsAs = " ", Phrases = [] }, "work", Stop));

        Assert.Equal("Forgotten: greeting, signs_as, phrases. Mails have what is usual instead.", edited.Note);
        var entry = Assert.Single((await AsAnnAsync(desk => desk.ReadAsync("work", true, Stop))).Entries);
        Assert.Equal((null, "Cheers", null, null), (entry.Greeting, entry.Closing, entry.SignsAs, entry.Phrases));
        var email = await _place.AsAsync<EmailWriter, GeneratedEmail>("ann", writer => writer.WriteAsync(new() { Wish = "tell him that we are ready", To = ["Carl Weiss <carl@contoso.example>"], Account = "work" }, new(), Stop));
        Assert.StartsWith("Hello Carl,\n\n", email.Body, StringComparison.Ordinal);
        Assert.Equal("Hey {first},", Assert.Single((await AsAnnAsync(desk => desk.EditAsync(Edit("en") with { Greeting = " Hey {first}, " }, "work", Stop))).Entries).Greeting);
    }

    private static StyleEntry Edit(string language) => new(language, "external", 0);

    private Task<StyleProfile> AsAnnAsync(Func<StyleDesk, Task<StyleProfile>> run) => _place.AsAsync("ann", run);
}
