namespace Assistant.GoogleSandbox.Calendar;

/// <summary>A calendar in a person's list, and what the person may do there.</summary>
internal sealed record ListEntry(string Person, StoredCalendar Calendar, string AccessRole, int Color, long Version)
{
    public static readonly string[] Roles = ["freeBusyReader", "reader", "writer", "owner"];

    public string? SummaryOverride { get; init; }

    public bool IsHidden { get; init; }

    public bool IsSelected { get; init; } = true;

    public bool IsPrimary => Calendar.Id == Person;

    public bool IsOwner => AccessRole == "owner";

    public bool MayWrite => Array.IndexOf(Roles, AccessRole) >= 2;
}
