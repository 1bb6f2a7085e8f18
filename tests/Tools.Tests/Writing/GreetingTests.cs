using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Writing;

namespace Assistant.Tools.Tests.Writing;

/// <summary>Who is greeted, and in which language, where little is known.</summary>
public sealed class GreetingTests : IAsyncLifetime
{
    private Workplace _place = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _place = await Workplace.WithWriterAsync(
    [
        Workplace.Person(
            Workplace.AnnWork,
            [
                Correspondence.Mail("Jonas Weiß <jonas@friends.example>", Workplace.AnnWork, "Grillen", "Hi Ann, kommst du am Samstag zum Grillen?", Correspondence.Now.AddHours(-4)),
                Correspondence.Mail(Workplace.AnnWork, "ليلى <layla@partners.example>", "Tickets", "Dear Layla,\n\nhere are the tickets.\n\nBest\nAnn", Correspondence.Now.AddHours(-8), "tickets@letters.example", sent: true),
                Correspondence.Mail("ليلى <layla@partners.example>", Workplace.AnnWork, "Re: Tickets", "Dear Ann,\n\nthank you. When does it start?\n\nLayla", Correspondence.Now.AddHours(-6), answers: "tickets@letters.example"),
                .. Enumerable.Range(0, 4).Select(i => Correspondence.Mail(
                    Workplace.AnnWork, $"Nina {i} <nina@club{i}.example>", $"Treffen {i}", "Hallo Nina,\n\nich freue mich auf dich und das Treffen am Abend.\n\nLG\nAnn", Correspondence.Now.AddDays(-20 - i), sent: true)),
            ]),
    ]);

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Theory]
    [InlineData("Anna Keller", "a.keller@firm.example", "Anna", "Keller", true)]
    [InlineData("", "anna.keller@firm.example", "Anna", "Keller", true)]
    [InlineData("", "x17@firm.example", "", "", null)]
    [InlineData("Herr Peter Schulze", "schulze@firm.example", "Peter", "Schulze", false)]
    [InlineData("Harbour Lamps", "sales@harbour-lamps.example", "", "", null)]
    [InlineData("Harbour Lamps", "orders@harbour.example", "", "", null)]
    [InlineData("Weber GmbH", "post@weber.example", "", "", null)]
    [InlineData("Support Team", "help@cloud.example", "", "", null)]
    [InlineData("Bo Winkel", "bo@bowinkel.example", "Bo", "Winkel", null)]
    [InlineData("Anna Keller", "info@keller.example", "Anna", "Keller", true)]
    public void A_name_or_an_address_tells_who_is_greeted(string name, string address, string first, string last, bool? feminine)
    {
        var addressee = Addressee.Of(new MailAddress(name, address));
        Assert.Equal((first, last, feminine), (addressee.First, addressee.Last, addressee.IsFeminine));
    }

    [Theory]
    [InlineData("Herr Peter Schulze <schulze@firm.example>", "formal", "Sehr geehrter Herr Schulze,")]
    [InlineData("Frau Dr. Eva Berg <berg@firm.example>", null, "Sehr geehrte Frau Dr. Berg,")]
    [InlineData("Dr. Kim Okafor <kim@firm.example>", null, "Guten Tag Dr. Okafor,")]
    [InlineData("The Tide Table <editor@tides.example>", null, "Sehr geehrte Damen und Herren,")]
    [InlineData("MÜLLER Hans <hans@firm.example>", null, "Guten Tag Hans Müller,")]
    [InlineData("Peter Schulze <schulze@firm.example>", null, "Guten Tag Peter Schulze,")]
    [InlineData("Harbour Lamps <sales@harbour-lamps.example>", "friendly", "Hallo,")]
    [InlineData("anna.keller@firm.example", "friendly", "Hallo Anna,")]
    [InlineData("Nina 1 <nina@club1.example>", null, "Hallo Nina,")]
    public async Task Strangers_of_firms_are_greeted_politely_and_nobody_by_a_firms_name(string to, string? tone, string greeting) =>
        Assert.StartsWith(greeting + "\n", (await WriteAsync(new() { Wish = "frag nach dem Vertrag", To = [to], Tone = tone, Language = "de", Account = "work" })).Body!, StringComparison.Ordinal);

    [Theory]
    [InlineData("Absagen")]
    [InlineData("decline")]
    public async Task A_short_german_mail_is_answered_in_german(string wish)
    {
        var email = await WriteAsync(new() { Wish = wish, Thread = await Correspondence.ThreadAsync(_place, "Grillen"), Account = "work" });
        Assert.Equal("de", email.Language);
        Assert.StartsWith("Hallo Jonas,\n\ndanke für deine", email.Body!, StringComparison.Ordinal);
        Assert.Contains("Leider muss ich diesmal absagen.", email.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_written_to_before_is_greeted_as_before() =>
        Assert.StartsWith("Dear Layla,\n", (await WriteAsync(new() { Wish = "say that it starts at eight", Thread = await Correspondence.ThreadAsync(_place, "Tickets"), Account = "work" })).Body!, StringComparison.Ordinal);

    [Fact]
    public async Task A_stranger_to_the_thread_is_pointed_at_and_gets_no_quote_of_it()
    {
        var email = await WriteAsync(
            new() { Wish = "say that it starts at eight", Thread = await Correspondence.ThreadAsync(_place, "Tickets"), To = ["stranger@elsewhere.example"], Language = "en", Account = "work" }, new(Save: true));
        Assert.Contains(email.Flags!, flag => flag.Kind == "recipient" && flag.Text.Contains("stranger@elsewhere.example", StringComparison.Ordinal));
        var account = await _place.AsAsync<Assistant.Tools.Google.GoogleAccounts, TokenStore.GoogleAccount>("ann", accounts => accounts.OneAsync("work", Stop));
        var (raw, _) = await _place.AsAsync<Assistant.Tools.Gmail.Drafts.DraftDesk, (byte[], string)>("ann", desk => desk.RawAsync(account, email.DraftId!, Stop));
        var text = System.Text.Encoding.UTF8.GetString(raw);
        Assert.Contains("eight", text, StringComparison.Ordinal);
        Assert.DoesNotContain("When does it start", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_saved_that_says_nothing_and_no_order_becomes_a_subject()
    {
        var email = await WriteAsync(new() { Wish = "Introduce me as the new contact", To = ["mia@contoso.example"], Language = "en", Account = "work" }, new(Save: true));
        Assert.Null(email.DraftId);
        Assert.Contains(email.Notes!, note => note.StartsWith("Not saved", StringComparison.Ordinal));
        Assert.Equal("A message", email.Subject);
        Assert.Equal("Parking", (await WriteAsync(new() { Wish = "Subject: Parking. Tell the neighbours not to park here", To = ["mia@contoso.example"], Language = "en", Account = "work" })).Subject);
        Assert.Equal("Confirmation: Friday at 10", (await WriteAsync(new() { Wish = "confirm Friday at 10", To = ["mia@contoso.example"], Language = "en", Account = "work" })).Subject);
    }

    [Theory]
    [InlineData("ask him whether he can come", "fr", "Un message")]
    [InlineData("Lukas soll kommen. Er soll mich anrufen.", "en", "A message")]
    [InlineData("wünsch ihm alles Gute", "fr", "Un message")]
    [InlineData("congratulate her on the job", "pl", "Congratulations")]
    public async Task A_wish_in_one_language_gives_a_mail_in_another_its_subject(string wish, string language, string subject) =>
        Assert.Equal(subject, (await WriteAsync(new() { Wish = wish, To = ["Mia <mia@contoso.example>"], Language = language, Account = "work" })).Subject);

    [Fact]
    public async Task A_whole_mail_stays_as_it_is_and_a_template_takes_the_wish_with_it()
    {
        const string Mail = "Dear Jim,\n\nthe car is ready.\n\nPlease bring:\n- your papers\n- 300 euros\n\nBest regards\nAnn";
        Assert.Equal(Mail, (await WriteAsync(new() { Wish = Mail, To = ["jim@contoso.example"], Account = "work" })).Body);
        var email = await WriteAsync(new()
        {
            Wish = "tell him that the keys are at Carla's",
            To = ["Jim Fox <jim@contoso.example>"],
            Template = "thank you",
            Values = new Dictionary<string, string> { ["reason"] = "the car" },
            Language = "en",
            Account = "work",
        });
        Assert.Contains("The keys are at Carla's.", email.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_mail_is_in_the_language_of_its_wish_where_nobody_can_translate()
    {
        var email = await WriteAsync(new() { Wish = "sag ihr, dass der Zug um acht kommt", To = ["Layla <layla@partners.example>"], Account = "work" });
        Assert.Equal("de", email.Language);
        Assert.Contains("dass der Zug um acht kommt", email.Body, StringComparison.Ordinal);
        Assert.Contains(email.Notes!, note => note.StartsWith("In de", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rules_say_how_many_wordings_they_have()
    {
        var email = await WriteAsync(new() { Wish = "Absagen", Thread = await Correspondence.ThreadAsync(_place, "Grillen"), Account = "work" }, new(5));
        Assert.InRange(email.Variants?.Count ?? 0, 1, 3);
        Assert.Equal(email.Variants!.Count + 1, email.Variants.Select(one => one.Body).Append(email.Body!).Distinct().Count());
        Assert.Contains(email.Notes!, note => note.Contains("wordings of this", StringComparison.Ordinal));
    }

    private Task<GeneratedEmail> WriteAsync(EmailWish wish, WritingOptions? options = null) => _place.AsAsync<EmailWriter, GeneratedEmail>("ann", writer => writer.WriteAsync(wish, options ?? new(), Stop));
}
