namespace Assistant.GoogleSandbox.World.Bulk;

/// <summary>Carla's report, one a fortnight, to both: one message in two mailboxes.</summary>
internal static class StatusReports
{
    private static readonly string[] Done =
    [
        "Porto Azul confirmed the roles", "the export runs every night", "the map contract is signed", "eight of twelve sensors are mounted", "the guest links expire",
        "the training material has pictures now", "Le Havre sent its quay list", "Hafenwerk asked for an offer", "the dictionary has 41 terms",
    ];

    private static readonly string[] Risks =
    [
        "the supplier is late", "nobody tested on a phone", "two people are on holiday at once", "the quay's network drops every noon", "the budget has no reserve left", "none, for once",
    ];

    public static IEnumerable<Talk> Talks(SeededRandom random, int days)
    {
        var week = 1 + days / 14;
        for (var ago = 8; ago < days; ago += 14, week--)
        {
            var (done, next) = (random.Below(Done.Length), random.Below(Done.Length));
            yield return new Talk($"Lighthouse status, report {week}", ago, "carla ada bruno", "Lighthouse", new Line("carla", 16.5, $"""
                Hello both,

                Done: {Done[done]}; {Done[(done + 1 + next % 3) % Done.Length]}.
                Risk: {random.Pick(Risks)}.
                Portal: {random.Between(180, 420)} users a day, {random.Between(2, 19)} tickets, uptime 99.{random.Between(80, 99)} %.

                Carla
                """));
        }
    }
}
