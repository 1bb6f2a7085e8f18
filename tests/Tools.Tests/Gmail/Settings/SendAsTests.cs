using Assistant.Tools.Agreements;
using Assistant.Tools.Gmail.Settings;
using Assistant.Tools.Tests.Gmail.Organise;
using Assistant.Tools.Tests.Google;

namespace Assistant.Tools.Tests.Gmail.Settings;

public sealed class SendAsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<OutboxResult> Update(
        Workplace place, string? name = null, string? replyTo = null, string? signature = null, bool makeDefault = false, string? email = null) =>
        place.AsAsync<SendAsEditor, OutboxResult>("ann", editor => editor.UpdateAsync("work", email, name, replyTo, signature, makeDefault, Cancel));

    private static async Task<SendAsEntry> Own(Workplace place) =>
        (await place.AsAsync<SendAsEditor, SendAsList>(
            "ann", editor => editor.ListAsync("work", Cancel))).Addresses!.Single(one => one.Email == Workplace.AnnWork);

    [Fact]
    public async Task Name_and_signature_are_set_after_the_person_saw_them()
    {
        await using var place = await Workplace.OpenAsync();

        await Update(place, "Ann Example", signature: "**Ann** Example\nhttps://work.example");

        var proposal = Assert.Single(place.Asked!.Proposals);
        Assert.True(proposal.AlwaysAsk);
        Assert.Equal(
            "Change how mail is sent?\n\nAccount: work <ann@work.example>\nAddress: ann@work.example\nName: Ann Example\nSignature: see below\n\n**Ann** Example\nhttps://work.example",
            proposal.Card.ToText());
        var own = await Own(place);
        Assert.Equal(("Ann Example", "Ann Example\nhttps://work.example"), (own.Name, own.Signature));
    }

    [Fact]
    public async Task Undo_restores_what_was_changed_and_nothing_else()
    {
        await using var place = await Workplace.OpenAsync();
        var before = await Own(place);
        await Update(place, "Ann Example", signature: "Ann");
        await Update(place, replyTo: "ann@home.example");
        Assert.Contains("another address", Assert.Single(place.Asked!.Proposals[0].Card.Warnings!), StringComparison.Ordinal);
        Assert.Equal("ann@home.example", (await Own(place)).ReplyTo);

        await place.UndoAsync();
        Assert.Equal((null, "Ann Example"), ((await Own(place)).ReplyTo, (await Own(place)).Name));
        await place.UndoAsync();
        Assert.Equal(before, await Own(place));
    }

    [Fact]
    public async Task The_default_address_moves_and_returns_and_an_unverified_one_is_refused()
    {
        var ann = Workplace.Person(Workplace.AnnWork) with { SendAs = [new("sales@work.example", "Sales"), new("new@work.example", Verified: false)] };
        await using var place = await Workplace.OpenAsync([ann]);

        await Update(place, makeDefault: true, email: "sales@work.example");
        Assert.Null((await Own(place)).Default);
        await place.UndoAsync();
        Assert.True((await Own(place)).Default);

        Assert.Contains(
            "not verified", (await Assert.ThrowsAsync<ToolFailure>(() => Update(place, makeDefault: true, email: "new@work.example"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ann <ann@home.example>")]
    [InlineData("nobody")]
    [InlineData("a@b.example, c@d.example")]
    public async Task A_reply_address_is_one_bare_address(string address)
    {
        await using var place = await Workplace.OpenAsync();

        Assert.Contains("'reply_to'", (await Assert.ThrowsAsync<ToolFailure>(() => Update(place, replyTo: address))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_theirs_is_refused()
    {
        await using var place = await Workplace.OpenAsync();

        Assert.Contains(
            "cannot send as 'bob@work.example'", (await Assert.ThrowsAsync<ToolFailure>(() => Update(place, "Bob", email: Workplace.Bob))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ann\nExample", "<p>Ann<br />\nExample</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("[web](https://work.example)", "<p><a href=\"https://work.example\">web</a></p>")]
    public void A_signatures_markdown_becomes_harmless_html(string markdown, string html) => Assert.Equal(html, SignatureHtml.Of(markdown));

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](/relative)")]
    [InlineData("![x](http://work.example/logo.png)")]
    [InlineData("[x](data:text/html,y)")]
    public void A_signatures_link_leads_to_the_web(string markdown) => Assert.Throws<ToolFailure>(() => SignatureHtml.Of(markdown));
}
