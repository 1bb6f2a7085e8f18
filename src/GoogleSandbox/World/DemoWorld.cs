using Assistant.GoogleSandbox.World;
using Assistant.GoogleSandbox.World.Agenda;
using Assistant.GoogleSandbox.World.Bulk;
using Assistant.GoogleSandbox.World.Plots;

namespace Assistant.GoogleSandbox;

/// <summary>A believable sample: two colleagues with some 14 months of mail and their calendars.</summary>
public static class DemoWorld
{
    private const int Days = 425;

    /// <summary>The same seed and time give the same bytes on every machine.</summary>
    /// <param name="seed">Changes ids and the order of what is chosen at random, not the plot.</param>
    /// <param name="now">The world's present: the newest mail is some minutes old.</param>
    public static SeedWorld Create(int seed, DateTimeOffset now)
    {
        var clock = new WorldClock(now);
        var post = new PostOffice(seed);
        var calendars = new DemoCalendars(seed, clock);
        var talks = new TalkWriter(post, clock);
        talks.Write(Lighthouse.Talks);
        talks.Write(LighthouseLaunch.Talks);
        talks.Write(Conference.Talks);
        talks.Write(AdaAtHome.Talks);
        talks.Write(BrunoAtHome.Talks);
        WriteBulk(Cast.Ada, Newsletters.TideTable, Newsletters.Kuechenpost, Newsletters.Fjallbutik);
        WriteBulk(Cast.Bruno, Newsletters.TideTable, Newsletters.MarETerra, Newsletters.Corredores, Newsletters.LaLettre);
        return new SeedWorld([Person(Cast.Ada), Person(Cast.Bruno)]);

        void WriteBulk(Contact owner, params IReadOnlyList<Newsletter> letters)
        {
            var sender = new Sender(post, clock, owner);
            foreach (var letter in letters)
                new NewsletterWriter(sender, clock, SeededRandom.For(seed, owner.Key + letter.Address), owner.Zone).Write(letter, "CATEGORY_PROMOTIONS", Days);
        }

        SeedPerson Person(Contact owner) => new(owner.Address, owner.Name, owner.Zone, LabelsOf(owner), post.MailsOf(owner),
            owner == Cast.Ada ? calendars.OfAda() : calendars.OfBruno());
    }

    internal static IReadOnlyList<string> LabelsOf(Contact owner) => owner == Cast.Ada
        ? ["Lighthouse", "Wohnung", "Familie", "Chor", "Reisen", "Rechnungen"]
        : ["Lighthouse", "Família", "Corrida", "Casa", "Saúde", "Reisen", "Faturas"];
}
