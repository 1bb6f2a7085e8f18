namespace Assistant.Tools.Time;

/// <param name="Now">ISO 8601 with offset.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Weekday">English name.</param>
/// <param name="Utc">The same instant in UTC.</param>
public sealed record CurrentTime(string Now, string TimeZone, string Weekday, string Utc) : IToolResult
{
    public string ToText() => $"{Weekday} {Now} ({TimeZone}), {Utc}";
}
