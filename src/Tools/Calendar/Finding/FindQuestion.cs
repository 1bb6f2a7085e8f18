using NodaTime;

namespace Assistant.Tools.Calendar.Finding;

internal enum BusyKind
{
    Busy,
    OutOfOffice,

    /// <summary>Does not block, but a slot without it is better.</summary>
    Tentative,

    /// <summary>As tentative.</summary>
    Focus,
}

/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive; an entry that does not end after its start is ignored.</param>
/// <param name="Kind">Whether it blocks.</param>
/// <param name="Title">For near misses; null where only the time is known.</param>
/// <param name="HasPlace">It is somewhere, so that the way there and back takes time.</param>
internal sealed record Busy(Instant Start, Instant End, BusyKind Kind = BusyKind.Busy, string? Title = null, bool HasPlace = false);

/// <summary>When somebody works, by the wall clock of their zone. Until at or before From means: over midnight; equal ones mean the whole day.</summary>
internal sealed record WorkingHours(IReadOnlyDictionary<IsoDayOfWeek, (LocalTime From, LocalTime Until)> Days)
{
    public static WorkingHours Weekdays(LocalTime from, LocalTime until, params IReadOnlyList<IsoDayOfWeek> days) => new(
        (days.Count > 0 ? days : [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday]).ToDictionary(day => day, _ => (from, until)));
}

/// <param name="Name">For reasons.</param>
/// <param name="IsRequired">Must be free; else it only counts for the rank.</param>
/// <param name="Zone">Of the working hours.</param>
/// <param name="Hours">When they work.</param>
/// <param name="Busy">In any order.</param>
/// <param name="IsKnown">False where their calendar could not be read: then they block nothing, and the answer says so.</param>
internal sealed record Person(string Name, bool IsRequired, DateTimeZone Zone, WorkingHours Hours, IReadOnlyList<Busy> Busy, bool IsKnown = true);

internal sealed record Room(string Name, IReadOnlyList<Busy> Busy);

/// <summary>What is looked for.</summary>
internal sealed record FindQuestion
{
    public required Duration Duration { get; init; }

    /// <summary>The meeting lies within it; a year at most.</summary>
    public required Interval Window { get; init; }

    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>One of them must be free; empty where none is needed.</summary>
    public IReadOnlyList<Room> Rooms { get; init; } = [];

    /// <summary>Free time that the required people want before and after.</summary>
    public Duration Buffer { get; init; }

    /// <summary>Free time to neighbours that are somewhere.</summary>
    public Duration TravelMargin { get; init; }

    /// <summary>Parts of the organizer's day that are liked, until exclusive.</summary>
    public IReadOnlyList<(LocalTime From, LocalTime Until)> Preferred { get; init; } = [];

    public bool AvoidBackToBack { get; init; }

    /// <summary>Slots begin at multiples of it on the organizer's clock.</summary>
    public Duration Step { get; init; } = Duration.FromMinutes(15);

    public int MaxResults { get; init; } = 5;

    /// <summary>The organizer's.</summary>
    public required DateTimeZone Zone { get; init; }
}

/// <param name="Start">When it would begin.</param>
/// <param name="End">When it would end.</param>
/// <param name="Score">More is better.</param>
/// <param name="Reasons">Why it has its place, or for a near miss what is in the way.</param>
internal sealed record Slot(Instant Start, Instant End, int Score, IReadOnlyList<string> Reasons);

internal sealed record FindAnswer(IReadOnlyList<Slot> Slots, IReadOnlyList<Slot> NearMisses);
