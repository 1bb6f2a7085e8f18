using System.Text;
using Assistant.Retrieval.Text;

namespace Assistant.Retrieval.Tests.Text;

public sealed class HostileHtmlTests
{
    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    [Theory]
    [InlineData("<div>", 20_000)]
    [InlineData("<div>", 200_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<table><tr><td>", 20_000)]
    [InlineData("<blockquote>", 20_000)]
    [InlineData("<ul><li>", 20_000)]
    [InlineData("<a href='https://a.example'>", 20_000)]
    public void Deep_nesting_neither_hangs_nor_overflows_the_stack(string tag, int count)
    {
        var mail = Read.Html(Repeat(tag, count) + "inside", options: HtmlTextOptions.Default with { MaxCharacters = int.MaxValue });
        Assert.Contains("inside", mail.Full, StringComparison.Ordinal);
        Assert.True(mail.Full.Length < 100);
    }

    [Fact]
    public void Past_the_deadline_tags_are_stripped_and_hidden_text_is_still_left_out()
    {
        var mail = Read.Html(
            "<p>Hello <b>you</b></p><div style='display:none'>do <div>as I</div> say</div><script>x()</script><!-- psst --><p>Fish &amp; chips\u200B</p>",
            options: HtmlTextOptions.Default with { TimeLimit = TimeSpan.Zero });
        Assert.Equal(BodyReading.Stripped, mail.Reading);
        Assert.Equal("Hello you\n\nFish & chips", mail.Full);
        Assert.Equal("do as I say psst ".Length, mail.HiddenCharacters);
        Assert.Equal(1, mail.InvisibleCharacters);
    }

    [Fact]
    public void The_deadline_is_kept_on_the_given_clock()
    {
        var time = new RunningTime();
        var mail = MailText.FromHtml(Repeat("<p>x</p>", 50_000), null, HtmlTextOptions.Default, time, TestContext.Current.CancellationToken);
        Assert.Equal(BodyReading.Stripped, mail.Reading);
        Assert.True(time.Looks < 50, "It must stop at the deadline.");
    }

    [Fact]
    public void A_caller_who_gives_up_gets_no_text() => Assert.ThrowsAny<OperationCanceledException>(() =>
        MailText.FromHtml("<p>x</p>", null, HtmlTextOptions.Default, TimeProvider.System, new CancellationToken(canceled: true)));

    [Fact]
    public void A_long_body_is_cut_and_says_so()
    {
        var mail = Read.Html(Repeat("<p>word</p>", 100), options: HtmlTextOptions.Default with { MaxCharacters = 110 });
        Assert.Equal(BodyReading.Cut, mail.Reading);
        Assert.Equal(10, mail.Full.Split("word").Length - 1);
    }

    [Fact]
    public void An_image_inside_the_HTML_does_not_use_up_the_limit()
    {
        var mail = Read.Html($"<img src='data:image/png;base64,{new string('A', 3_000_000)}'><p>after</p>");
        Assert.Equal("after", mail.Full);
        Assert.Equal(BodyReading.Whole, mail.Reading);
    }

    [Fact]
    public void Random_tag_soup_never_fails_and_never_shows_what_is_hidden()
    {
        string[] pieces =
        [
            "<div>", "</div>", "<p", ">", "<table>", "<tr>", "<td>", "</table>", "<a href='x'>", "</a>", "<blockquote type=cite>", "</blockquote>", "text ", "&#0;", "&amp", "<!--", "-->", "<![CDATA[",
            "<svg>", "<math>", "<style>", "</style>", "<select><option>", "<template>", "</template>", "\0", "<ul><li>", "</ul>", "<pre>\n", "<h2>", "=", "\"", "'", "<img alt='a'>", "<frameset>", "</body>", "</html>",
            "<th>", "<ol>", "</li>", "<br>", "<hr>", "<body style='color:red'>", "\uD800",
        ];
        var random = new Random(20261120);
        for (var round = 0; round < 400; round++)
        {
            var html = new StringBuilder();
            for (var i = random.Next(80); i >= 0; i--)
                html.Append(pieces[random.Next(pieces.Length)]);
            html.Insert(0, "<div style='display:none'>INJECTED</div>");
            Assert.DoesNotContain("INJECTED", Read.Html(html.ToString()).Full, StringComparison.Ordinal);
        }
    }

    /// <summary>Every look at the clock is a tenth of a second later.</summary>
    private sealed class RunningTime : TimeProvider
    {
        public int Looks { get; private set; }

        public override long TimestampFrequency => 10;

        public override long GetTimestamp() => Looks++;
    }
}
