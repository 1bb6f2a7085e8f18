using Assistant.Tools.Google;

namespace Assistant.Tools.Calendar;

public sealed record CalendarList(IReadOnlyList<CalendarEntry>? Calendars = null, IReadOnlyList<string>? Problems = null) : IToolResult
{
    public string ToText() => UntrustedText.Fence(string.Join('\n', (Calendars ?? []).Select(entry => entry.ToText()))) + string.Concat((Problems ?? []).Select(problem => "\n" + problem));
}

/// <remarks>
/// Access: <c>owner</c>, <c>writer</c>, <c>reader</c> or <c>freeBusyReader</c>.
/// TimeZone: IANA name.
/// </remarks>
public sealed record CalendarEntry(
    string? Account = null, string? Id = null, string? Name = null, string? TimeZone = null, string? Access = null, bool? Primary = null)
{
    internal string ToText() => $"{Account}: {Name} (id {Id}, {Access}, {TimeZone}){(Primary is true ? ", primary" : "")}";
}
