using System.ComponentModel;

namespace Assistant.Tools.Calendar.Managing;

/// <summary>One of several events.</summary>
public sealed record EventItem(
    string Title,
    string Start,
    string? End = null,
    int? Minutes = null,
    string? Description = null,
    string? Location = null,
    [property: Description("Addresses")] IReadOnlyList<string>? Attendees = null,
    IReadOnlyList<string>? Recurrence = null);
