namespace Assistant.Retrieval.Tests.Text;

public sealed class MarkdownTests
{
    [Fact]
    public void Headings_paragraphs_and_lists_keep_their_shape() => Assert.Equal(
        "# Plan\n\nFirst we talk.\n\n- One\n- Two\n  - Inner\n\n1. A\n2. B",
        Read.Markdown("<h1>Plan</h1><p>First   we\ntalk.</p><ul><li>One<li>Two<ul><li>Inner</ul></ul><ol><li>A<li>B</ol>"));

    [Fact]
    public void A_link_shows_where_it_really_goes() => Assert.Equal(
        "See [the plan](https://docs.example/plan).",
        Read.Markdown("<p>See <a href='https://docs.example/plan'>the plan</a>.</p>"));

    [Fact]
    public void A_link_whose_text_names_another_host_says_so() => Assert.Equal(
        "[www.bank.example](https://evil.example/login) (the text says bank.example, the link goes to evil.example)",
        Read.Markdown("<a href='https://evil.example/login'>www.bank.example</a>"));

    [Theory]
    [InlineData("<a href='https://a.example/x'>https://a.example/x</a>", "https://a.example/x")]
    [InlineData("<a href='mailto:ann@a.example'>ann@a.example</a>", "ann@a.example")]
    [InlineData("<a href='javascript:alert(1)'>Click</a>", "Click")]
    [InlineData("<a href='#top'>Top</a>", "Top")]
    [InlineData("<a href='https://a.example/1'><img src='x' alt='Shop'></a>", "[[image: Shop\\]](https://a.example/1)")]
    [InlineData("<a href='https://a.example/1'><p>One</p><p>Two</p></a>", "One\n\nTwo\n\n(https://a.example/1)")]
    public void Links_are_written_plainly(string html, string expected) => Assert.Equal(expected, Read.Markdown(html));

    [Fact]
    public void A_long_address_is_shortened_but_keeps_its_host()
    {
        var text = Read.Markdown($"<a href='https://click.example/{new string('x', 5000)}'>Go</a>");
        Assert.StartsWith("[Go](https://click.example/xxx", text);
        Assert.True(text.Length < 300);
    }

    [Fact]
    public void A_data_table_stays_a_table() => Assert.Equal(
        "| Item | Price |\n| --- | --- |\n| Tea \\| green | 3.50 |\n| Cup | 8 |",
        Read.Markdown("<table><tr><th>Item<th>Price</tr><tr><td>Tea | green<td>3.50</tr><tr><td>Cup<td>8</tr></table>"));

    [Fact]
    public void A_layout_table_becomes_lines() => Assert.Equal(
        "Welcome\n\nRead more here\nBye",
        Read.Markdown("<table><tr><td><table><tr><td><p>Welcome</p></td></tr></table></td></tr><tr><td>Read more</td><td>here</td></tr><tr><td>Bye</td></tr></table>"));

    [Fact]
    public void Images_are_named_and_tracking_pixels_are_dropped() => Assert.Equal(
        "[image: Logo] Hi",
        Read.Markdown("<img alt='Logo' src='https://a.example/l.png'> Hi<img src='https://t.example/p' width=1 height=1 alt='pixel'>"));

    [Fact]
    public void Breaks_and_preformatted_text_keep_their_lines() => Assert.Equal(
        "a\nb\n\nc\n\n  x\n    y",
        Read.Markdown("a<br>b<br><br>c<pre>  x\n    y</pre>"));

    [Fact]
    public void A_charset_in_the_body_does_not_change_how_it_is_read() =>
        Assert.Equal("Grüße 漢字", Read.Markdown("<meta charset=iso-8859-1><p>Grüße 漢字</p>"));

    [Fact]
    public void A_quotation_that_nobody_wrote_in_a_mail_stays() =>
        Assert.Equal("As they say:\n\n> less is more\n\nIndeed.", Read.Html("<p>As they say:</p><blockquote>less is more</blockquote><p>Indeed.</p>").Text);
}
