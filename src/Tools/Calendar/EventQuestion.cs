namespace Assistant.Tools.Calendar;

/// <summary>Arguments of a search for events, as they were given.</summary>
internal sealed record EventQuestion(
    string? TimeMin, string? TimeMax, string? Query, IReadOnlyList<string>? Calendars, string? Account, int? MaxResults, int? MaxTokens, string? Cursor, string? TimeZone = null);
