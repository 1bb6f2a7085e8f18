namespace Assistant.Database;

/// <summary>What was to be copied to another database was not; the source is as it was.</summary>
/// <param name="message">Why, and what to do.</param>
public sealed class MigrationException(string message) : Exception(message);
