using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World.Bulk;

/// <summary>Notifications of the company's code host: reviews, failed and fixed builds.</summary>
internal sealed class CodeHostWriter(Sender sender, WorldClock clock, SeededRandom random, string zone)
{
    private static readonly Mailbox Robot = new("forge (Northwind)", "notifications@forge.example");

    private static readonly (string Title, string Review)[] Changes =
    [
        ("Expire guest links after 14 days", "Looks right. Could the 14 be a setting?"),
        ("Respect roles in the CSV export", "There is a test for office and quay, but none for guests."),
        ("Cache map tiles for 30 days", "What happens when the disk is full?"),
        ("Show arrivals in the port's local time", "Please add a case for the night when the clocks change."),
        ("Calibrate sensors above 35 degrees", "The table has no source. Where do the coefficients come from?"),
        ("Move the data dictionary into the repository", "Finally! Approved."),
        ("Retry the nightly export twice", "Approved with one nit: log the attempt."),
        ("Arrival estimates with a confidence", "I read half of it. It needs splitting into two changes."),
    ];

    public void Write(int count, int days)
    {
        for (var i = 0; i < count; i++)
        {
            var (title, review) = Changes[i % Changes.Length];
            var number = 1100 + i * 17;
            var hasFailed = random.Percent(40);
            var subject = hasFailed ? $"[northwind/lighthouse] Build failed: {title} (#{number})" : $"Re: [northwind/lighthouse] {title} (!{number})";
            var text = hasFailed
                ? $"The build of \"{title}\" failed after {random.Between(3, 14)} minutes.\n\nStep: test\n{random.Between(1, 6)} failed, {random.Between(700, 990)} passed\n\nhttps://forge.example/northwind/lighthouse/builds/{number}"
                : $"Henrik Sørensen commented on !{number}:\n\n{review}\n\n-- \nYou get this because you are a reviewer.\nhttps://forge.example/northwind/lighthouse/changes/{number}";
            sender.Send(Robot, subject, clock.WorkdayAgo(2 + (days - 4) * (count - i) / count, 9 + random.Below(32) / 4.0, zone),
                new TextPart("plain", text + "\n"), ["CATEGORY_FORUMS"], ("List-Id", "northwind/lighthouse <lighthouse.forge.example>"), ("Precedence", "list"));
        }
    }
}
