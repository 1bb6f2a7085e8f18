using System.ComponentModel;

namespace Assistant.Tools.Calendar.Finding;

/// <summary>Somebody who is to come.</summary>
public sealed record FindPerson(
    string Address,
    bool Optional = false,
    [property: Description("IANA; default: the caller's")] string? TimeZone = null,
    [property: Description("As 'Mon-Fri 09:00-17:00'")] string? Hours = null);
