using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World.Bulk;

/// <summary>What was begun and not sent.</summary>
internal static class Drafts
{
    private static readonly (string From, string To, string Subject, string Text)[] Begun =
    [
        ("ada", "mireille", "Le Havre : dates de formation", "Bonjour Madame Dubois,\n\nnous proposons deux journées de formation, la première"),
        ("ada", "ingrid", "Jul", "Hej mamma,\n\njag kommer den 22 december, om tåget"),
        ("bruno", "kenji", "Follow-up from Tokyo", "Dear Sato-san,\n\nthank you again for the dinner. About the sensors at your quay:"),
        ("bruno", "senhorio", "Caleira", "Boa tarde Dona Amélia,\n\nno próximo sábado não estou em casa, mas"),
    ];

    public static void Write(PostOffice post, WorldClock clock)
    {
        for (var i = 0; i < Begun.Length; i++)
        {
            var (from, to) = (Cast.Of(Begun[i].From)[0], Cast.Of(Begun[i].To)[0]);
            post.Keep(from, new MailMessage
            {
                From = from.Mailbox,
                To = [to.Mailbox],
                Subject = Begun[i].Subject,
                Date = clock.Ago(2 + i, 18.3, from.Zone),
                MessageId = post.NewMessageId(from.Domain),
                Body = new TextPart("plain", Begun[i].Text + "\n"),
            }, "DRAFT");
        }
    }
}
