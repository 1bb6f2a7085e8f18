using System.Text;

namespace Assistant.GoogleSandbox.Tests;

/// <summary>Worlds made by hand: Ada and Ben with the mails that a test gives Ada.</summary>
internal static class SmallWorld
{
    public const string Ada = "ada@example.com";
    public const string Ben = "ben@example.com";

    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public static SeedWorld With(params SeedMail[] mails) => new(
    [
        Person(Ada, "Ada Lovelace", mails),
        Person(Ben, "Ben Nevis", [Mail("Only for Ben", "A secret of Ben's")]),
    ]);

    public static SeedPerson Person(string email, string name, IReadOnlyList<SeedMail> mails)
        => new(email, name, "Europe/Zurich", ["Work", "Work/Reports", "Offene Rechnungen"], mails, []);

    /// <summary>A plain text mail; further headers end with a line break each.</summary>
    public static SeedMail Mail(
        string subject,
        string text,
        string from = "Carl <carl@example.org>",
        string headers = "",
        int daysAgo = 1,
        params string[] labels)
        => Raw(
            $"From: {from}\r\nTo: Ada <{Ada}>\r\nSubject: {subject}\r\n{headers}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n",
            Now.AddDays(-daysAgo),
            labels.Length > 0 ? labels : ["INBOX"]);

    public static SeedMail Raw(string message, DateTimeOffset? at = null, params string[] labels)
        => new(Encoding.UTF8.GetBytes(message), labels.Length > 0 ? labels : ["INBOX"], at ?? Now.AddDays(-1));
}
