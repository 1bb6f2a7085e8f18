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
    /// <param name="seed">Changes ids and what is chosen at random, not the plot.</param>
    /// <param name="now">The world's present: the newest mail is some minutes or hours old.</param>
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
        talks.Write(StatusReports.Talks(SeededRandom.For(seed, "status"), Days));
        var invitations = new InvitationWriter(post, clock);
        invitations.Write(calendars.Work.Review, 5);
        invitations.Write(calendars.Work.LeHavre, 8);
        invitations.Write(calendars.Work.Tiles, 2);
        Drafts.Write(post, clock);
        new MailOfPrograms(post, clock, seed, Cast.Ada).Write(Days, Shop.OfAda, Newsletters.TideTable, Newsletters.Kuechenpost, Newsletters.Fjallbutik);
        new MailOfPrograms(post, clock, seed, Cast.Bruno)
            .Write(Days, Shop.OfBruno, Newsletters.TideTable, Newsletters.MarETerra, Newsletters.Corredores, Newsletters.LaLettre);
        return new SeedWorld(
        [
            new SeedPerson(Cast.Ada.Address, Cast.Ada.Name, Cast.Ada.Zone, LabelsOf(Cast.Ada), post.MailsOf(Cast.Ada), calendars.OfAda()),
            new SeedPerson(Cast.Bruno.Address, Cast.Bruno.Name, Cast.Bruno.Zone, LabelsOf(Cast.Bruno), post.MailsOf(Cast.Bruno), calendars.OfBruno()),
        ]);
    }

    internal static IReadOnlyList<string> LabelsOf(Contact owner) => owner == Cast.Ada
        ? ["Lighthouse", "Wohnung", "Familie", "Chor", "Reisen", "Rechnungen"]
        : ["Lighthouse", "Família", "Corrida", "Casa", "Saúde", "Reisen", "Faturas"];
}
