using Assistant.Tools.Tests.Google;
using Assistant.Tools.Writing;
using Assistant.Tools.Writing.Rewriting;

namespace Assistant.Tools.Tests.Writing;

/// <summary>What rules make of a text that the caller has.</summary>
public sealed class EmailRewriterTests : IAsyncLifetime
{
    private const string Quoted = "Am 5. Mai schrieb Mia:\n> can't  come !! :)\n> hi hi";

    private Workplace _place = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _place = await Workplace.WithWriterAsync([]);

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Theory]
    [InlineData("Hello  Mia ,\n\n\n\nthe the plan is ready .it comes tomorrow!we are glad. thanks", "Hello Mia,\n\nthe plan is ready .it comes tomorrow! We are glad. Thanks")]
    [InlineData("I am late ,sorry", "I am late, sorry")]
    [InlineData("See https://shop.example/item?ref=42,then call.Nous nous réjouissons, with the the team.", "See https://shop.example/item?ref=42,then call.Nous nous réjouissons, with the team.")]
    [InlineData("It takes approx. five days for those, die die Arbeit machen.", "It takes approx. five days for those, die die Arbeit machen.")]
    [InlineData("Der Plan ist fertig ,danke.\n\nlg ada", "Der Plan ist fertig, danke.\n\nlg ada")]
    [InlineData("Das wird schon. vg Tom", "Das wird schon. vg Tom")]
    [InlineData("Merci beaucoup pour les chiffres , on se voit lundi ?", "Merci beaucoup pour les chiffres, on se voit lundi ?")]
    [InlineData("We sell it now. eBay and iPhone  too.", "We sell it now. eBay and iPhone too.")]
    public async Task Spaces_points_doubled_words_and_capitals_are_fixed(string text, string expected) => Assert.Equal(expected, (await RewriteAsync(text, "fix")).Body);

    [Theory]
    [InlineData("See `a  ,b` and https://a.example/x,,y!z or ann.of.the@work.example")]
    [InlineData("Run this:\n\n```\nif  the the ,x\n  y !z\n```")]
    [InlineData("Run this:\n\n    if  the the ,x")]
    [InlineData("It works.\n\n" + Quoted)]
    [InlineData("It works.\n\n-----Original Message-----\nFrom: Mia\n\nhi  hi ,you can't")]
    [InlineData("It works.\n\n-- \nAnn  Lee ,Work Ltd :)\nI can't")]
    public async Task Links_addresses_code_quotes_and_signatures_are_left(string text)
    {
        foreach (var how in new[] { "fix", "formal", "shorter", "friendlier" })
            Assert.Equal(text, (await RewriteAsync(text, how)).Body);
    }

    [Theory]
    [InlineData("I just wanted to quickly reach out to you in order to ask whether, if at all possible, you might be able to send me the report", "Could you send me the report?")]
    [InlineData("Hi Mia, I was wondering if you could call Tom at 5 pm.\nCheers Ann", "Hi Mia, could you call Tom at 5 pm?\nCheers Ann")]
    [InlineData("I wanted to let you know that due to the fact that the train is late we are not there at this point in time.", "Because the train is late we are not there now.")]
    [InlineData("Hi Mia, I just wanted to let you know that we are ready on Monday.", "Hi Mia, we are ready on Monday.")]
    [InlineData("Hi Mia, I just wanted to let you know that Omar is ready on Monday.", "Hi Mia, Omar is ready on Monday.")]
    [InlineData("I would be very grateful if you could send the 3 files to ann@work.example.", "Please send the 3 files to ann@work.example.")]
    [InlineData("Is it ready in the event that Omar asks prior to Friday?", "Is it ready if Omar asks before Friday?")]
    [InlineData("Ich wollte mich nur kurz bei dir melden, um zu fragen, ob du mir, falls das überhaupt möglich ist, eventuell den Bericht schicken könntest", "Könntest du mir den Bericht schicken?")]
    [InlineData("Hallo Mia,\n\nich wollte nur kurz mal fragen, ob du am 5. Mai Zeit hast.\n\nlg ada", "Hallo Mia,\n\nhast du am 5. Mai Zeit?\n\nlg ada")]
    [InlineData("Ich wäre Ihnen sehr dankbar, wenn Sie die 1.234,50 € bis zum 15.12. überweisen könnten.", "Könnten Sie die 1.234,50 € bis zum 15.12. überweisen?")]
    [InlineData("Hallo Mia,\n\nich hoffe, es geht dir gut. Ich wollte nur kurz sagen, dass Omar am Montag da ist.", "Hallo Mia,\n\nich wollte sagen, dass Omar am Montag da ist.")]
    [InlineData("Ich wollte nur kurz mal fragen, ob du morgen mitkommst.", "Ich wollte fragen, ob du morgen mitkommst.")]
    [InlineData("Aufgrund der Tatsache, dass Omar krank ist, können wir zum jetzigen Zeitpunkt nicht liefern.", "Weil Omar krank ist, können wir jetzt nicht liefern.")]
    [InlineData("Hi Mia,\n\nThe weather was lovely and we walked a lot. Could you send me the plan by Friday? The dog liked it too.\n\nCheers\nAnn", "Hi Mia,\n\nCould you send me the plan by Friday?\n\nCheers\nAnn")]
    [InlineData("Could you send me the plan by Friday? The weather was lovely and we walked a lot.\nthx, ada", "Could you send me the plan by Friday?\nthx, ada")]
    [InlineData("Could you send me the plan by Friday? The weather was lovely and we walked a lot. lg ada", "Could you send me the plan by Friday? lg ada")]
    [InlineData("Can you come?\n\n- the plan\n- the budget\n\nIt was lovely there. We met Omar Petit there. It is not done.", "Can you come?\n\n- the plan\n- the budget\n\nWe met Omar Petit there. It is not done.")]
    public async Task A_wordy_text_gets_shorter_and_says_the_same(string text, string expected) => Assert.Equal(expected, (await RewriteAsync(text, "shorter")).Body);

    [Fact]
    public async Task Sentences_that_are_left_out_are_counted()
    {
        var email = await RewriteAsync("Could you send me the plan by Friday? The weather was lovely. The dog liked it too.", "shorter");
        Assert.Contains(email.Notes!, note => note.Contains("2 sentences", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Hi Mia,\n\nI can't come, but I'll write.\n\nCheers\nAnn", "Dear Mia,\n\nI cannot come, but I will write.\n\nKind regards\nAnn")]
    [InlineData("Hey Mia! Don't you think it's late?? I'd like to go :) Let's call asap!!\nCheers Ann", "Dear Mia, Do you not think it is late? I would like to go. Let us call as soon as possible.\nKind regards\nAnn")]
    [InlineData("Hi all,\n\nFYI, it's been sent 😊 Thx for waiting. He's asked Ann's team; won't work.\n\nThx, ada", "Dear all,\n\nFor your information, it has been sent. Thank you for waiting. He's asked Ann's team; will not work.\n\nThank you,\nAda")]
    [InlineData("Hallo Mia,\n\nich hab den Plan für dich fertig 😊\n\nlg ada", "Guten Tag Mia,\n\nich habe den Plan für dich fertig.\n\nMit freundlichen Grüßen\nAda")]
    [InlineData("Hi Frau Schulze,\n\nthx für die Zahlen!! Ich brauche die Liste asap.\n\nVG\nTom", "Guten Tag Frau Schulze,\n\nvielen Dank für die Zahlen. Ich brauche die Liste so bald wie möglich.\n\nMit freundlichen Grüßen\nTom")]
    [InlineData("Hi,\n\nfine by me.\n\nThanks!!", "Hello,\n\nfine by me.\n\nThank you.")]
    [InlineData("Many thanks for it!! It's needed, that's all we've got; she won't say who's there.", "Many thanks for it. It's needed, that is all we have got; she will not say who is there.")]
    [InlineData("Liebe Kolleginnen und Kollegen,\n\nfyi: es gibt's ab Montag.\n\nDanke!!", "Liebe Kolleginnen und Kollegen,\n\nzur Information: es gibt es ab Montag.\n\nVielen Dank")]
    [InlineData("If you can't you should say so. Thanks!", "If you cannot you should say so. Thank you!")]
    public async Task A_casual_text_becomes_formal(string text, string expected) => Assert.Equal(expected, (await RewriteAsync(text, "formal")).Body);

    [Theory]
    [InlineData("Hallo Mia,\n\nich schicke dir den Plan.\n\nlg ada", true)]
    [InlineData("Hallo Frau Klein,\n\nich schicke Ihnen den Plan.\n\nlg ada", false)]
    public async Task The_way_to_address_somebody_is_left_and_said_so(string text, bool isSaid) =>
        Assert.Equal(isSaid, (await RewriteAsync(text, "formal")).Notes!.Any(note => note.Contains("'du'", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Dear Mia,\n\nit is done.\n\nKind regards\nAnn", "Dear Mia,\n\nit is done.\n\nBest\nAnn")]
    [InlineData("Dear Mia,\n\nit is done.\n\nMany thanks\nAnn", "Dear Mia,\n\nit is done.\n\nMany thanks\nAnn")]
    public async Task A_closing_becomes_friendlier(string text, string expected) => Assert.Equal(expected, (await RewriteAsync(text, "friendlier")).Body);

    [Theory]
    [InlineData("shorter", "Please call Omar.", "Nothing changed: rules found nothing to shorten; a model can do more.")]
    [InlineData("fix", "Please call Omar.", "Nothing changed: rules found nothing to correct; a model can do more.")]
    [InlineData("formal", "Please call Omar.", "Nothing changed: rules found nothing to make formal; a model can do more.")]
    [InlineData("friendlier", "Please call Omar.", "Nothing changed: rules found nothing to make friendlier; a model can do more.")]
    [InlineData("shorter", "Please call  Omar.", "Only tidied: rules found nothing to shorten; a model can do more.")]
    [InlineData("fix", "Please call  Omar.", "Rewritten by rules: spaces, points, doubled words and capitals; they know no spelling and no grammar.")]
    public async Task What_was_not_changed_is_said_to_be_so(string how, string text, string expected)
    {
        var email = await RewriteAsync(text, how);
        Assert.Equal(("rules", "Please call Omar."), (email.By, email.Body));
        Assert.Equal(expected, email.Notes![0]);
    }

    [Theory]
    [InlineData("", "shorter")]
    [InlineData(" \n", "fix")]
    [InlineData("", "translate")]
    public async Task A_text_without_words_is_refused(string text, string how)
    {
        var failure = await Assert.ThrowsAsync<ToolFailure>(() => RewriteAsync(text, how, "de"));
        Assert.Equal(("bad_argument", "The argument 'text' must not be empty."), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task Rules_do_not_pretend_to_translate() =>
        Assert.Equal("no_model", (await Assert.ThrowsAsync<ToolFailure>(() => RewriteAsync("Hello", "translate", "de"))).Code);

    private Task<GeneratedEmail> RewriteAsync(string text, string how, string? language = null) =>
        _place.AsAsync<EmailRewriter, GeneratedEmail>("ann", rewriter => rewriter.RewriteAsync(text, how, language, null, false, Stop));
}
