using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World;

/// <summary>Turns conversations into messages that answer each other.</summary>
internal sealed class TalkWriter(PostOffice post, WorldClock clock)
{
    private static readonly TimeSpan ReadAfter = TimeSpan.FromDays(2);

    public void Write(IEnumerable<Talk> talks)
    {
        foreach (var talk in talks)
            Write(talk);
    }

    private void Write(Talk talk)
    {
        var people = Cast.Of(talk.People);
        var said = new List<Said>();
        foreach (var line in talk.Lines)
        {
            var writer = people.Single(person => person.Key == line.Who);
            var others = people.Where(person => person != writer);
            if (said.Count > 0)
                others = others.OrderBy(person => person != said[^1].Writer);
            var to = others.ToList();
            var message = new MailMessage
            {
                From = writer.Mailbox,
                To = [to[0].Mailbox],
                Cc = [.. to.Skip(1).Select(person => person.Mailbox)],
                Subject = said.Count == 0 ? talk.Subject : Reply(writer, talk.Subject),
                Date = When(talk, line, writer, said),
                MessageId = post.NewMessageId(writer.Domain),
                References = [.. said.Select(earlier => earlier.Message.MessageId)],
                Charset = writer.Charset,
                Quoted = writer.Charset != Charset.Iso2022Jp && writer.Key != "layla",
                Extra = [("X-Mailer", Mailer(writer.Program))],
                Body = new MultipartSketch(line.Enclosure?.ToPart()).With(ReplyBody.Parts(writer, line.Text, said)),
            };
            var plain = ReplyBody.Plain(writer, line.Text, said);
            said.Add(new Said(writer, message, plain, ReplyBody.Html(writer, line.Text, said)));
            Post(talk, message, writer, people, last: said.Count == talk.Lines.Count);
        }
    }

    private void Post(Talk talk, MailMessage message, Contact writer, IReadOnlyList<Contact> people, bool last)
    {
        foreach (var person in people.Where(Cast.HasMailbox))
        {
            List<string> own = DemoWorld.LabelsOf(person).Contains(talk.Label) ? [talk.Label] : [];
            if (talk.IsStarred && message.References.Count == 0)
                own.Add("STARRED");
            if (person == writer)
                post.Keep(person, message, ["SENT", .. own]);
            else if (last && message.Date > clock.Now - ReadAfter)
                post.Deliver(person, message, ["INBOX", "UNREAD", "IMPORTANT", "CATEGORY_PERSONAL", .. own]);
            else
                post.Deliver(person, message, ["INBOX", "CATEGORY_PERSONAL", .. own]);
        }
    }

    private DateTimeOffset When(Talk talk, Line line, Contact writer, List<Said> said)
    {
        if (said.Count == 0 && talk.DaysAgo == 0)
            return WorldClock.In(clock.Now.AddHours(-line.Hours), writer.Zone);
        if (said.Count == 0)
            return clock.WorkdayAgo(talk.DaysAgo, line.Hours, writer.Zone);
        var then = said[^1].Message.Date.AddMinutes(Math.Round(line.Hours * 60) + 3);
        return WorldClock.In(then < clock.Now ? then : said[^1].Message.Date.AddMinutes(1), writer.Zone);
    }

    private static string Reply(Contact writer, string subject) =>
        writer.Program == Program.Outlook && writer.Zone == Cast.Berlin ? "AW: " + subject : "Re: " + subject;

    private static string Mailer(Program program) => program switch
    {
        Program.Outlook => "Microsoft Outlook 16.0",
        Program.Apple => "Apple Mail (2.3826.400)",
        Program.PlainText => "Mutt 2.2.13",
        _ => "Web",
    };
}

/// <summary>What was already written in a conversation.</summary>
internal sealed record Said(Contact Writer, MailMessage Message, string Plain, string Html);
