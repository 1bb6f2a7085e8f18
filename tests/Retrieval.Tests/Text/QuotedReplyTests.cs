using Assistant.Retrieval.Text;

namespace Assistant.Retrieval.Tests.Text;

public sealed class QuotedReplyTests
{
    [Theory]
    [InlineData("On Mon, May 4, 2026 at 10:00 AM Ann Lee <ann@a.example> wrote:")]
    [InlineData("On Mon, May 4, 2026 at 10:00 AM Ann Very Long Name Lee\n<ann@a.example> wrote:")]
    [InlineData("Am Mo., 4. Mai 2026 um 10:00 Uhr schrieb Ann Lee <ann@a.example>:")]
    [InlineData("Le lun. 4 mai 2026 à 10:00, Ann Lee <ann@a.example> a écrit :")]
    [InlineData("El lun, 4 may 2026 a las 10:00, Ann Lee (<ann@a.example>) escribió:")]
    [InlineData("Il giorno lun 4 mag 2026 alle ore 10:00 Ann Lee <ann@a.example> ha scritto:")]
    [InlineData("Em seg., 4 de mai. de 2026 às 10:00, Ann Lee <ann@a.example> escreveu:")]
    [InlineData("Op ma 4 mei 2026 om 10:00 schreef Ann Lee <ann@a.example>:")]
    [InlineData("Den mån 4 maj 2026 kl 10:00 skrev Ann Lee <ann@a.example>:")]
    [InlineData("pon., 4 maj 2026 o 10:00 Ann Lee <ann@a.example> napisał(a):")]
    [InlineData("po 4. 5. 2026 v 10:00 odesílatel Ann Lee <ann@a.example> napsal:")]
    [InlineData("пн, 4 мая 2026 г. в 10:00, Ann Lee <ann@a.example>:")]
    [InlineData("4 мая 2026 г. Ann Lee написала:")]
    [InlineData("Ann Lee <ann@a.example>, 4 May 2026 Pzt, 10:00 tarihinde şunu yazdı:")]
    [InlineData("2026年5月4日(月) 10:00 Ann Lee <ann@a.example>:")]
    [InlineData("Ann Lee さんは書きました:")]
    [InlineData("Ann Lee <ann@a.example> 于2026年5月4日周一 10:00写道：")]
    [InlineData("2026년 5월 4일 (월) 오전 10:00, Ann Lee <ann@a.example>님이 작성:")]
    [InlineData("ma 4. toukok. 2026 klo 10.00 Ann Lee (ann@a.example) kirjoitti:")]
    [InlineData("Vào Th 2, 4 thg 5, 2026 lúc 10:00 Ann Lee <ann@a.example> đã viết:")]
    public void A_reply_above_quotes_is_told_by_its_attribution(string attribution)
    {
        var mail = MailText.FromPlain($"Yes, fine.\n\n{attribution}\n\n> Shall we\n>\n> meet?\n");
        Assert.Equal("Yes, fine.", mail.Text);
        Assert.Equal(1, mail.QuotedBlocks);
        Assert.Contains("> meet?", mail.Full, StringComparison.Ordinal);
        Assert.Contains(attribution.Split('\n')[0], mail.Full, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-----Original Message-----")]
    [InlineData("-----Ursprüngliche Nachricht-----")]
    [InlineData("----- Message d'origine -----")]
    [InlineData("-----Mensaje original-----")]
    [InlineData("-----Oorspronkelijk bericht-----")]
    [InlineData("-------- Исходное сообщение --------")]
    [InlineData("-----元のメッセージ-----")]
    public void A_separator_begins_the_quoted_rest(string separator) =>
        Assert.Equal("Yes.", MailText.FromPlain($"Yes.\n\n{separator}\nFrom: Ann\n\nShall we?").Text);

    [Theory]
    [InlineData("From: Ann Lee <ann@a.example>\nSent: Monday, May 4, 2026 10:00\nTo: Bob\nSubject: Plan")]
    [InlineData("Von: Ann Lee <ann@a.example>\nGesendet: Montag, 4. Mai 2026 10:00\nAn: Bob\nBetreff: Plan")]
    [InlineData("De : Ann Lee\nEnvoyé : lundi 4 mai 2026\nÀ : Bob\nObjet : Plan")]
    [InlineData("差出人: Ann\n送信日時: 2026年5月4日\n宛先: Bob\n件名: Plan")]
    [InlineData("*From:* Ann\n*Sent:* Monday\n*To:* Bob")]
    public void Outlooks_header_begins_the_quoted_rest(string header)
    {
        var mail = MailText.FromPlain($"Agreed.\n\nBob\n\n________________________________\n{header}\n\nShall we?");
        Assert.Equal("Agreed.\n\nBob", mail.Text);
        Assert.Equal(1, mail.QuotedBlocks);
    }

    [Theory]
    [InlineData("---------- Forwarded message ---------\nFrom: Ann\nDate: Monday\n\nThe facts.\n> older", null)]
    [InlineData("Anfang der weitergeleiteten Nachricht:\n\nVon: Ann\nDatum: 4. Mai\n\nThe facts.", null)]
    [InlineData("From: Ann\nSent: Monday\nTo: Bob\n\nThe facts.", "FW: Plan")]
    [InlineData("Von: Ann\nGesendet: Montag\nAn: Bob\n\nThe facts.", "WG: Plan")]
    public void A_forwarded_mail_is_kept(string forwarded, string? subject)
    {
        var mail = MailText.FromPlain($"See below.\n\n{forwarded}", subject: subject);
        Assert.Equal($"See below.\n\n{forwarded}", mail.Text);
        Assert.Equal(0, mail.QuotedBlocks);
    }

    [Fact]
    public void An_answer_below_the_quote_is_kept() =>
        Assert.Equal("Yes, at ten.\n\nBob", MailText.FromPlain("On 4 May 2026, Ann wrote:\n> Shall we meet?\n> When?\n\nYes, at ten.\n\nBob").Text);

    [Fact]
    public void Answers_between_quotes_are_kept_with_what_they_answer()
    {
        var mail = MailText.FromPlain("On 4 May 2026, Ann wrote:\n> Tea?\n\nYes.\n\n> Cake?\n\nNo.\n\n> Regards\n> Ann");
        Assert.Equal("On 4 May 2026, Ann wrote:\n> Tea?\n\nYes.\n\n> Cake?\n\nNo.", mail.Text);
        Assert.Equal(1, mail.QuotedBlocks);
    }

    [Fact]
    public void A_mail_of_nothing_but_quotes_is_kept() => Assert.Equal("> all\n> of it", MailText.FromPlain("> all\n> of it").Text);

    [Theory]
    [InlineData("Let me know what Ann wrote:\n\nThe list is below.\n- 3 apples")]
    [InlineData("From: is a keyword in SQL\nand so is Select.")]
    [InlineData("On Monday we meet.")]
    [InlineData("Date: 4 May\nPlace: Rome")]
    public void Ordinary_text_is_left_alone(string text) => Assert.Equal(text, MailText.FromPlain(text).Text);

    [Theory]
    [InlineData("<div>Yes.</div><br><div class='gmail_quote'><div dir='ltr' class='gmail_attr'>A 2026-05-04, Ann &lt;<a href='mailto:ann@a.example'>ann@a.example</a>&gt; idatzi:<br></div><blockquote class='gmail_quote'>Shall we?<blockquote class='gmail_quote'>older</blockquote></blockquote></div>")]
    [InlineData("<div>Yes.</div><div class='moz-cite-prefix'>On 4/5/26 10:00, Ann wrote:<br></div><blockquote type='cite' cite='mid:1@a'><p>Shall we?</p></blockquote>")]
    [InlineData("<div>Yes.<br><div><br><blockquote type='cite'><div>On 4 May 2026, at 10:00, Ann &lt;ann@a.example&gt; wrote:</div><br><div>Shall we?</div></blockquote></div></div>")]
    [InlineData("<p>Yes.</p><div id='appendonsend'></div><hr style='display:inline-block;width:98%'><div id='divRplyFwdMsg' dir='ltr'><font><b>Od kogo:</b> Ann<br><b>Wys:</b> Monday</font></div><div>Shall we?</div>")]
    [InlineData("<p>Yes.</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p class=MsoNormal><b>From:</b> Ann<br><b>Sent:</b> Monday</p></div></div><p>Shall we?</p>")]
    [InlineData("<div>Yes.</div><hr id='zwchr'><div><b>From: </b>Ann<br></div><div>Shall we?</div>")]
    [InlineData("<div>Yes.</div><div class='yahoo_quoted'><div>On Monday, Ann wrote:</div><div>Shall we?</div></div>")]
    public void Mail_programs_mark_their_quotes(string html)
    {
        var mail = Read.Html(html, "Re: Plan");
        Assert.Equal("Yes.", mail.Text);
        Assert.Equal(1, mail.QuotedBlocks);
        Assert.Contains("Shall we?", mail.Full, StringComparison.Ordinal);
    }

    [Fact]
    public void Gmails_forward_is_kept_and_its_answer_below_the_quote_too()
    {
        Assert.Contains("The facts", Read.Html("<div>FYI</div><div class='gmail_quote'><div class='gmail_attr'>---------- Forwarded message ---------<br>From: Ann</div><p>The facts</p></div>").Text, StringComparison.Ordinal);
        Assert.Equal("Yes, at ten.", Read.Html("<div class='gmail_quote'><div class='gmail_attr'>On 4 May, Ann wrote:</div><blockquote class='gmail_quote'>When?</blockquote></div><div>Yes, at ten.</div>").Text);
    }

    [Fact]
    public void Nothing_is_ever_lost_from_the_full_text()
    {
        string[] pieces = ["hello", "> quoted", "", "On 4 May 2026, Ann <a@a.example> wrote:", "-----Original Message-----", "From: Ann", "Sent: Monday", "---------- Forwarded message ----------", "-- ", ">> deep"];
        var random = new Random(3);
        for (var round = 0; round < 2_000; round++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]).ToList();
            var mail = MailText.FromPlain(string.Join('\n', lines));
            Assert.All(mail.Text.Split('\n').Where(line => line.Length > 0), line => Assert.Contains(line.TrimEnd(), mail.Full, StringComparison.Ordinal));
            Assert.Equal(mail.Text.Length > 0, mail.Full.Trim().Length > 0);
        }
    }
}
