using System.Globalization;
using System.Text;
using Assistant.GoogleSandbox;

namespace Assistant.Bench.Common;

/// <summary>A sandbox whose one person has one plain mail of 3 KB.</summary>
public static class Mailbox
{
    public const string Address = "ada@example.com";
    private const int BodyCharacters = 3 * 1024;

    public static async Task<(GoogleSandboxHost Sandbox, string MessageId)> StartAsync(CancellationToken cancellationToken)
    {
        var person = new SeedPerson(Address, "Ada Example", "Europe/Berlin", [], [], [new SeedCalendar(Address, Address, "Europe/Berlin", "owner", [])]);

        // The quota would end the measurement, not show what the server can do.
        var options = new GoogleSandboxOptions { World = new SeedWorld([person]), UserUnitsPerMinute = int.MaxValue };
        var sandbox = await GoogleSandboxHost.StartAsync(options, cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        return (sandbox, sandbox.Deliver(Address, new SeedMail(Encoding.UTF8.GetBytes(Message(now)), ["INBOX"], now)));
    }

    private static string Message(DateTimeOffset now)
    {
        var body = new StringBuilder();
        while (body.Length < BodyCharacters)
            body.Append(CultureInfo.InvariantCulture, $"Line {body.Length}: the shipment leaves on Tuesday and the invoice follows by post.\r\n");
        return $"""
            From: Bob Example <bob@example.com>
            To: {Address}
            Subject: The shipment
            Date: {now.UtcDateTime.ToString("r", CultureInfo.InvariantCulture)}
            Message-ID: <bench@example.com>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8


            """.ReplaceLineEndings("\r\n") + body;
    }
}
