namespace Assistant.GoogleSandbox.World;

/// <summary>Moments of the sample world, told from its present.</summary>
internal sealed class WorldClock(DateTimeOffset now)
{
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(11);

    public DateTimeOffset Now { get; } = now.ToUniversalTime();

    /// <summary>Wall-clock time in a zone, never later than a few minutes ago.</summary>
    public DateTimeOffset Ago(int days, double hour, string zone)
    {
        var then = Local(-days, hour, zone);
        return then <= Now - Latest ? then : In(Now - Latest, zone);
    }

    /// <summary>As <see cref="Ago"/>, moved to the Friday before when it falls on a weekend.</summary>
    public DateTimeOffset WorkdayAgo(int days, double hour, string zone)
    {
        var weekday = Now.AddDays(-days).DayOfWeek;
        return Ago(days + (weekday == DayOfWeek.Saturday ? 1 : weekday == DayOfWeek.Sunday ? 2 : 0), hour, zone);
    }

    /// <summary>Wall-clock time in a zone, days from today; negative days are past.</summary>
    public DateTimeOffset Local(int days, double hour, string zone)
    {
        var local = DateTime.SpecifyKind(Now.UtcDateTime.Date.AddDays(days).AddMinutes(Math.Round(hour * 60)), DateTimeKind.Unspecified);
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(local));
    }

    public static DateTimeOffset In(DateTimeOffset moment, string zone) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone));
}
