using NodaTime;
using NodaTime.TimeZones;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>
/// Wall-clock times as RFC 5545 3.3.5 reads them: one that comes twice is the first, one that the clocks skip has the offset from before the gap.
/// </summary>
internal static class WallClock
{
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    public static Instant At(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Resolver).ToInstant();

    public static bool IsSkipped(LocalDateTime local, DateTimeZone zone) => zone.MapLocal(local).Count == 0;
}
