namespace Assistant.GoogleSandbox;

/// <summary>What Calendar mailed to people because somebody asked it to with <c>sendUpdates</c>.</summary>
/// <param name="Kind"><c>invitation</c>, <c>update</c>, <c>cancellation</c>, <c>reply</c> or <c>sharing</c>.</param>
/// <param name="Sender">Whose token it was.</param>
/// <param name="CalendarId">The calendar that was changed.</param>
/// <param name="EventId">The event; empty for sharing.</param>
/// <param name="Recipients">Bare addresses.</param>
/// <param name="At">When, by the sandbox's clock.</param>
public sealed record SandboxNotice(string Kind, string Sender, string CalendarId, string EventId, IReadOnlyList<string> Recipients, DateTimeOffset At);
