namespace Assistant.Tools.Calendar.Editing;

/// <summary>What a caller wants of an event; null leaves it as it is, an empty text or list clears it.</summary>
internal sealed record EventWish
{
    public string? Title { get; init; }

    public string? Start { get; init; }

    public string? End { get; init; }

    public int? Minutes { get; init; }

    public string? TimeZone { get; init; }

    public string? Description { get; init; }

    public string? Location { get; init; }

    /// <summary>People to invite beside those who are.</summary>
    public IReadOnlyList<string>? Attendees { get; init; }

    public IReadOnlyList<string>? OptionalAttendees { get; init; }

    public IReadOnlyList<string>? RemoveAttendees { get; init; }

    public IReadOnlyList<string>? Recurrence { get; init; }

    public EventDetails? Details { get; init; }

    /// <summary>Nothing that the others would see.</summary>
    public bool IsPersonal => Title is null && Start is null && End is null && Minutes is null && Description is null && Location is null && Attendees is null
        && OptionalAttendees is null && RemoveAttendees is null && Recurrence is null
        && Details is null or { Conference: null, Rooms: null, GuestsCan: null, Attachments: null, Source: null };
}
