using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox;

/// <summary>What a sandbox starts with: the same seed and time give the same bytes.</summary>
public sealed record SeedWorld(IReadOnlyList<SeedPerson> People);

/// <param name="Email">The mailbox and the primary calendar's id.</param>
/// <param name="Name">Display name.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Labels">User labels by name; system labels exist anyway.</param>
/// <param name="Mails">In any order.</param>
/// <param name="Calendars">The primary one first.</param>
public sealed record SeedPerson(
    string Email,
    string Name,
    string TimeZone,
    IReadOnlyList<string> Labels,
    IReadOnlyList<SeedMail> Mails,
    IReadOnlyList<SeedCalendar> Calendars)
{
    /// <summary>HTML, of the primary address.</summary>
    public string Signature { get; init; } = "";

    /// <summary>Further addresses to send as.</summary>
    public IReadOnlyList<SandboxSendAs> SendAs { get; init; } = [];
}

/// <param name="Rfc822">The message as it would be on the wire, CRLF line ends.</param>
/// <param name="Labels">System label ids (<c>INBOX</c>, <c>UNREAD</c>) or names of user labels.</param>
/// <param name="ReceivedAt">Gmail's internalDate.</param>
public sealed record SeedMail(byte[] Rfc822, IReadOnlyList<string> Labels, DateTimeOffset ReceivedAt);

/// <param name="Id">The person's address for the primary calendar.</param>
/// <param name="Summary">Its title.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="AccessRole"><c>owner</c>, <c>writer</c>, <c>reader</c>, <c>freeBusyReader</c>.</param>
/// <param name="Events">Event resources as Calendar v3 writes them; recurring ones with <c>recurrence</c>, exceptions with <c>recurringEventId</c> and <c>originalStartTime</c>.</param>
public sealed record SeedCalendar(string Id, string Summary, string TimeZone, string AccessRole, IReadOnlyList<JsonObject> Events);
