using System.ComponentModel;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>What only some events have; null leaves it as it is.</summary>
public sealed record EventDetails(
    [property: Description("meet, none, or the link of another conference")] string? Conference = null,
    [property: Description("Addresses")] IReadOnlyList<string>? Rooms = null,
    [property: Description("As 'popup 10' or 'email 60' (minutes before)")] IReadOnlyList<string>? Reminders = null,
    [property: Description("Name or id")] string? Color = null,
    [property: Description("default, public or private")] string? Visibility = null,
    [property: Description("busy or free")] string? ShowAs = null,
    [property: Description("Of: modify, invite, see_others")] IReadOnlyList<string>? GuestsCan = null,
    [property: Description("Links")] IReadOnlyList<string>? Attachments = null,
    [property: Description("Link")] string? Source = null,
    IReadOnlyDictionary<string, string>? Properties = null);
