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

    private Task<StyleProfile> AsAnnAsync(Func<StyleDesk, Task<StyleProfile>> run) => _place.AsAsync("ann", run);
}
