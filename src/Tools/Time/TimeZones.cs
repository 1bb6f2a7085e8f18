namespace Assistant.Tools.Time;

/// <summary>Time zones by their IANA names on every platform.</summary>
public static class TimeZones
{
    /// <summary>The zone of that name, or null where none is named.</summary>
    /// <exception cref="ToolFailure">There is no such zone.</exception>
    public static TimeZoneInfo? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name.Trim(), out var zone)
            ? zone
            : throw new ToolFailure("unknown_time_zone", $"There is no time zone '{name}'. Use an IANA name such as Europe/Berlin or UTC.");
    }

    public static string IanaName(TimeZoneInfo zone)
    {
        if (zone.HasIanaId)
            return zone.Id;
        return TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var name) ? name : zone.Id;
    }
}
