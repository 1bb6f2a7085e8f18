namespace Assistant.GoogleSandbox.Tests.Gmail;

/// <summary>One mailbox for many queries.</summary>
public sealed class SearchMailbox : IAsyncLifetime
{
    // Each mail is known by the first word of its subject.
    private static readonly SeedMail[] Mails =
    [
        SmallWorld.Mail("Alpha dinner movie", "Let us meet at the café, costs $5 & more", from: "Amy Adams <amy@example.org>", headers: "Cc: Dora <dora@example.net>\r\nMessage-ID: <alpha-1@example.org>\r\n", daysAgo: 1, labels: ["INBOX", "UNREAD", "STARRED"]),
        SmallWorld.Mail("Bravo dinner", "The quick brown fox", from: "Bob <bob@sub.example.org>", headers: "Bcc: Erin <erin@example.net>\r\nDelivered-To: ada+shop@example.com\r\n", daysAgo: 10, labels: ["INBOX", "IMPORTANT", "Work/Reports"]),
        SmallWorld.Mail("Charlie movie", "Nothing quick here: the brown dog", from: "Münchner Freunde <verein@example.de>", headers: "List-ID: <news.example.de>\r\n", daysAgo: 100, labels: ["CATEGORY_PROMOTIONS", "Offene Rechnungen"]),
        SmallWorld.Mail("Delta spam", "Buy now", daysAgo: 2, labels: ["SPAM"]),
        SmallWorld.Mail("Echo trash", "Old things", daysAgo: 3, labels: ["TRASH"]),
        SmallWorld.Mail("Foxtrot sent", "東京の天気です", from: "Ada <ada@example.com>", daysAgo: 400, labels: ["SENT"]),
        SmallWorld.Raw(
            "From: gail@example.org\r\nTo: ben@example.com\r\nSubject: Golf papers\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + "--b\r\nContent-Type: text/html\r\n\r\n<style>hidden{}</style><p>See <a href=\"https://docs.google.com/document/d/1\">the plan</a></p>\r\n"
            + "--b\r\nContent-Type: application/pdf; name=\"Quarterly Report.pdf\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(new byte[60_000]) + "\r\n--b--\r\n",
            SmallWorld.Now.AddHours(-1),
            "DRAFT"),
    ];

    internal Sandbox Sandbox { get; private set; } = null!;

    // More queries than a minute of Gmail's allows.
    public async ValueTask InitializeAsync()
        => Sandbox = (await Sandbox.StartAsync(options => options with { UserUnitsPerMinute = int.MaxValue }, Mails)).As(SmallWorld.Ada);

    public ValueTask DisposeAsync() => Sandbox.DisposeAsync();
}
