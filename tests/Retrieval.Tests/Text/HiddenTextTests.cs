namespace Assistant.Retrieval.Tests.Text;

public sealed class HiddenTextTests
{
    [Theory]
    [InlineData("<div style='display:none'>SECRET</div>")]
    [InlineData("<div style='DISPLAY : NONE !important'>SECRET</div>")]
    [InlineData("<div style='visibility:hidden'>SECRET</div>")]
    [InlineData("<span style='font-size:0'>SECRET</span>")]
    [InlineData("<span style='font-size:1px;line-height:1px'>SECRET</span>")]
    [InlineData("<span style='font:0/0 a'>SECRET</span>")]
    [InlineData("<span style='opacity:0'>SECRET</span>")]
    [InlineData("<span style='color:#ffffff'>SECRET</span>")]
    [InlineData("<span style='color:#fefefe'>SECRET</span>")]
    [InlineData("<font color='white'>SECRET</font>")]
    [InlineData("<div style='background:#123456'><span style='color:rgb(18,52,86)'>SECRET</span></div>")]
    [InlineData("<table><tr><td bgcolor='#222222'><font color='#222222'>SECRET</font></td></tr></table>")]
    [InlineData("<div style='position:absolute;left:-9999px'>SECRET</div>")]
    [InlineData("<div style='text-indent:-9999px'>SECRET</div>")]
    [InlineData("<div hidden>SECRET</div>")]
    [InlineData("<div style='max-height:0;overflow:hidden'>SECRET</div>")]
    [InlineData("<div style='width:0;height:0;overflow:hidden'>SECRET</div>")]
    [InlineData("<div style='display:none;mso-hide:all'>SECRET</div>")]
    [InlineData("<div style='position:absolute;clip:rect(0 0 0 0)'>SECRET</div>")]
    [InlineData("<style>.pre{display:none}</style><div class='a pre'>SECRET</div>")]
    [InlineData("<style>/* x */ @media print{.q{color:red}} span.pre, #x{font-size:0px}</style><span class='pre'>SECRET</span>")]
    [InlineData("<!-- SECRET -->")]
    public void What_people_do_not_see_is_removed_and_counted(string hidden)
    {
        var mail = Read.Html($"<p>Before</p>{hidden}<p>After</p>");
        Assert.Equal("Before\n\nAfter", mail.Full);
        Assert.Equal("SECRET".Length, mail.HiddenCharacters);
    }

    [Theory]
    [InlineData("<div style='font-size:0'><span style='font-size:14px'>shown</span></div>")]
    [InlineData("<div style='visibility:hidden'><b style='visibility:visible'>shown</b></div>")]
    [InlineData("<div style='background-color:#000'><span style='color:#fff'>shown</span></div>")]
    [InlineData("<div style='background:url(x.png)'><span style='color:#fff'>shown</span></div>")]
    [InlineData("<a style='mso-hide:all'>shown</a>")]
    [InlineData("<style>@media (max-width:600px){.d{display:none}}</style><div class=d>shown</div>")]
    [InlineData("<div style='height:0'>shown</div>")]
    [InlineData("<!--[if mso]>for Outlook<![endif]-->shown")]
    public void What_people_see_stays(string html)
    {
        var mail = Read.Html(html);
        Assert.Equal("shown", mail.Full);
        Assert.Equal(0, mail.HiddenCharacters);
    }

    [Fact]
    public void Invisible_characters_are_counted_before_and_after_entities_are_decoded()
    {
        var mail = Read.Html("<p>pay\u200B&#x200b;pal&shy;&#8238;&zwnj;</p>");
        Assert.Equal("paypal", mail.Full);
        Assert.Equal(5, mail.InvisibleCharacters);
    }
}
