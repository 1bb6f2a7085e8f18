using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>
/// Three mailboxes in which everything carries its owner's marker: Ada's at work, Ada's at home, Bruno's. The newest mail of each is unread and important.
/// </summary>
internal static class SmallWorld
{
    public const string Ada = "ada@marsh.example";
    public const string AdaAtHome = "ada.home@marsh.example";
    public const string Bruno = "bruno@dune.example";

    public const int MailsEach = 6;

    /// <summary>A word that is in everything of the mailbox.</summary>
    public static string Marker(string email) => "marker" + email.Replace("@", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);

    /// <summary>A word of the mail bodies alone, that no log and no file may show.</summary>
    public static string Canary(string email) => "canary" + Marker(email)["marker".Length..];

    /// <summary>Of the letters that Google allows: a to v and digits.</summary>
    public static string EventId(string email) => "event" + Convert.ToHexStringLower(Encoding.ASCII.GetBytes(email));

    public static SeedWorld Create(DateTimeOffset now) => new([Person(Ada, now), Person(AdaAtHome, now), Person(Bruno, now)]);

    /// <summary>A message as it is on the wire.</summary>
    /// <param name="to">The mailbox it is for.</param>
    /// <param name="name">Unique; becomes the Message-ID.</param>
    /// <param name="at">When it is sent and received.</param>
    /// <param name="body">With the line ends of this source.</param>
    /// <param name="type">Media type of the body.</param>
    /// <param name="answers">The <paramref name="name"/> of the message that it answers, or null.</param>
    /// <param name="subject">One line of ASCII.</param>
    public static SeedMail Mail(
        string to, string name, DateTimeOffset at, string body, string type = "text/plain", string? answers = null, string subject = "News")
    {
        var date = at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        var reply = answers is null ? "" : $"In-Reply-To: <{answers}@mail.example>\r\nReferences: <{answers}@mail.example>\r\n";
        var text = $"Date: {date}\r\nFrom: Friend <friend@mail.example>\r\nTo: <{to}>\r\nSubject: {subject}\r\nMessage-ID: <{name}@mail.example>\r\n{reply}"
            + $"MIME-Version: 1.0\r\nContent-Type: {type}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body.ReplaceLineEndings("\r\n")}\r\n";
        return new SeedMail(Encoding.UTF8.GetBytes(text), ["INBOX"], at);
    }

    private static SeedPerson Person(string email, DateTimeOffset now) => new(
        email,
        email,
        "Europe/Lisbon",
        ["Label" + Marker(email)],
        [
            .. Enumerable.Range(0, MailsEach).Select(number => Mail(
                email,
                $"{Marker(email)}-{number}",
                now.AddHours(-number - 1),
                $"{Marker(email)} {Canary(email)} number {number}",
                subject: $"{Marker(email)} {number}") with { Labels = number == 0 ? ["INBOX", "UNREAD", "IMPORTANT"] : ["INBOX"] }),
        ],
        [new SeedCalendar(email, email, "Europe/Lisbon", "owner", [Event(email, now)])]);

    /// <summary>Under way, so that it is one of today's events at any time of day.</summary>
    private static JsonObject Event(string email, DateTimeOffset now) => new()
    {
        ["id"] = EventId(email),
        ["status"] = "confirmed",
        ["summary"] = Marker(email),
        ["start"] = Moment(now.AddHours(-1)),
        ["end"] = Moment(now.AddHours(3)),
    };

    private static JsonObject Moment(DateTimeOffset at) => new()
    {
        ["dateTime"] = at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["timeZone"] = "Europe/Lisbon",
    };
}
