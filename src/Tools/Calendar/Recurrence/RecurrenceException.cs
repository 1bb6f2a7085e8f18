namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>A recurrence that cannot be read, or an edit of one that cannot be done exactly. The message says what to do.</summary>
internal sealed class RecurrenceException(string message) : Exception(message);
