using System.Text;

namespace Assistant.GoogleSandbox.Tests.World;

public sealed class DemoWorldTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly SeedWorld World = DemoWorld.Create(7, Now);
    private static readonly Lazy<IReadOnlyList<(SeedPerson Person, SeedMail Mail, ParsedMail Parsed)>> Mails = new(() =>
        [.. World.People.SelectMany(person => person.Mails.Select(mail => (person, mail, ParsedMail.Read(mail.Rfc822))))]);

    [Fact]
    public void The_same_seed_and_time_give_the_same_bytes_and_another_seed_others()
    {
        Assert.Equal(Print(World), Print(DemoWorld.Create(7, Now.ToOffset(TimeSpan.FromHours(9)))));
        Assert.NotEqual(Print(World), Print(DemoWorld.Create(8, Now)));
    }

    [Fact]
    public void Every_mail_parses_and_has_what_a_mail_needs()
    {
        Assert.All(Mails.Value, item =>
        {
            Assert.All(new[] { "Date", "From", "To", "Subject", "Message-ID", "MIME-Version" }, header => Assert.Contains(header, item.Parsed.Headers));
            Assert.True(item.Parsed.Headers.Values.All(value => value.All(c => c is >= ' ' and < (char)127)));
        });
    }

    [Fact]
    public void Both_have_some_hundred_mails_of_fourteen_months_up_to_now()
    {
        Assert.All(World.People, person =>
        {
            Assert.InRange(person.Mails.Count, 250, 330);
            Assert.InRange(person.Mails.Max(mail => mail.ReceivedAt), Now.AddHours(-2), Now);
            Assert.InRange(person.Mails.Min(mail => mail.ReceivedAt), Now.AddDays(-430), Now.AddDays(-390));
        });
    }

    [Theory]
    [InlineData(2026, 3, 29)]
    [InlineData(2028, 2, 29)]
    [InlineData(2026, 11, 21)]
    [InlineData(2027, 1, 1)]
    public void No_mail_comes_from_the_future_whatever_the_day(int year, int month, int day)
    {
        var now = new DateTimeOffset(year, month, day, 0, 5, 0, TimeSpan.Zero);

        Assert.All(DemoWorld.Create(1, now).People.SelectMany(person => person.Mails), mail => Assert.True(mail.ReceivedAt <= now));
    }

    [Fact]
    public void What_one_sent_to_the_other_lies_in_both_mailboxes_with_one_message_id()
    {
        var (ada, bruno) = (World.People[0], World.People[1]);
        foreach (var (writer, reader) in new[] { (ada, bruno), (bruno, ada) })
        {
            var sent = Of(writer).Where(item => item.Mail.Labels.Contains("SENT") && Receivers(item.Parsed).Contains(reader.Email, StringComparison.Ordinal)).ToList();
            Assert.InRange(sent.Count, 15, 60);
            var inbox = Of(reader).Where(item => item.Mail.Labels.Contains("INBOX")).ToDictionary(item => item.Parsed["Message-ID"]);
            Assert.All(sent, item => Assert.Equal(Print(item.Parsed), Print(inbox[item.Parsed["Message-ID"]].Parsed)));
        }
    }

    [Fact]
    public void Nothing_private_is_in_the_other_s_mailbox()
    {
        Assert.All(Of(World.People[0]), item => Assert.DoesNotContain("sofia.keller", Encoding.ASCII.GetString(item.Mail.Rfc822), StringComparison.Ordinal));
        Assert.All(Of(World.People[1]), item => Assert.DoesNotContain("bluecher-immobilien", Encoding.ASCII.GetString(item.Mail.Rfc822), StringComparison.Ordinal));
        Assert.All(Mails.Value, item => Assert.Contains(item.Person.Email, item.Parsed["From"] + Receivers(item.Parsed), StringComparison.Ordinal));
    }

    [Fact]
    public void Answers_name_what_they_answer_and_come_after_it()
    {
        foreach (var person in World.People)
        {
            var known = Of(person).ToDictionary(item => item.Parsed["Message-ID"], item => item.Mail.ReceivedAt);
            var answers = Of(person).Where(item => item.Parsed.Headers.ContainsKey("In-Reply-To")).ToList();
            Assert.InRange(answers.Count, 30, 200);
            Assert.All(answers, item =>
            {
                Assert.EndsWith(item.Parsed["In-Reply-To"], item.Parsed["References"], StringComparison.Ordinal);
                Assert.True(known[item.Parsed["In-Reply-To"]] < item.Mail.ReceivedAt);
            });
        }
    }

    [Theory]
    [InlineData("charset=windows-1252")]
    [InlineData("charset=iso-8859-1")]
    [InlineData("charset=iso-2022-jp")]
    [InlineData("text/calendar; charset=utf-8; method=REQUEST")]
    [InlineData("application/pdf")]
    [InlineData("image/png")]
    [InlineData("text/csv")]
    [InlineData("multipart/related")]
    [InlineData("wordprocessingml")]
    public void There_is_a_part_of(string type) =>
        Assert.Contains(Mails.Value, item => All(item.Parsed).Any(part => part["Content-Type"].Contains(type, StringComparison.Ordinal)));

    [Theory]
    [InlineData("SPAM")]
    [InlineData("TRASH")]
    [InlineData("DRAFT")]
    [InlineData("SENT")]
    [InlineData("STARRED")]
    [InlineData("IMPORTANT")]
    [InlineData("UNREAD")]
    [InlineData("CATEGORY_PROMOTIONS")]
    [InlineData("Lighthouse")]
    public void Both_have_mail_with_the_label(string label) => Assert.All(World.People, person => Assert.Contains(person.Mails, mail => mail.Labels.Contains(label)));

    [Fact]
    public void Labels_are_those_of_the_system_or_of_the_person()
    {
        Assert.All(Mails.Value, item => Assert.All(
            item.Mail.Labels, label => Assert.True(item.Person.Labels.Contains(label) || label.All(c => char.IsAsciiLetterUpper(c) || c == '_'), label)));
    }

    [Fact]
    public void The_languages_survive_their_charsets()
    {
        foreach (var word in new[] { "Grüßen", "prinsesstårta", "Exmo. Senhor", "¡Gracias!", "coût", "佐藤 健二", "ليلى حداد" })
            Assert.Contains(Mails.Value, item => item.Parsed.Leaves.Any(leaf => leaf.Text?.Contains(word, StringComparison.Ordinal) == true));
    }

    [Fact]
    public void Newsletters_hide_text_track_and_can_be_left_with_one_click()
    {
        var letters = Mails.Value.Where(item => item.Mail.Labels.Contains("CATEGORY_PROMOTIONS")).ToList();

        Assert.All(letters, item =>
        {
            Assert.Equal("List-Unsubscribe=One-Click", item.Parsed["List-Unsubscribe-Post"]);
            var html = item.Parsed.Leaves.Single(leaf => leaf["Content-Type"].StartsWith("text/html", StringComparison.Ordinal)).Text!;
            Assert.Contains("display:none", html, StringComparison.Ordinal);
            Assert.Contains("width=\"1\" height=\"1\"", html, StringComparison.Ordinal);
        });
    }

    private static IEnumerable<(SeedPerson Person, SeedMail Mail, ParsedMail Parsed)> Of(SeedPerson person) => Mails.Value.Where(item => item.Person == person);

    private static IEnumerable<ParsedMail> All(ParsedMail mail) => mail.Parts.SelectMany(All).Prepend(mail);

    private static string Receivers(ParsedMail mail) => mail["To"] + mail.Headers.GetValueOrDefault("Cc");

    private static string Print(ParsedMail mail) => string.Join('\n', mail.Leaves.Select(leaf => leaf.Text)) + mail["Subject"] + mail["Date"] + mail["From"];

    private static string Print(SeedWorld world) => string.Join('\n', world.People.SelectMany(person => person.Mails
        .Select(mail => $"{Convert.ToBase64String(mail.Rfc822)} {string.Join(',', mail.Labels)} {mail.ReceivedAt:O}")
        .Concat(person.Calendars.SelectMany(calendar => calendar.Events).Select(item => item.ToJsonString()))));
}
