namespace Assistant.Database;

/// <summary>The store cannot be used (wrong master key, locked, full, corrupt, no connection); the message says what to do.</summary>
public sealed class StoreUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>A row would break a rule of the schema: a duplicate, or a reference to what is not there.</summary>
public sealed class ConstraintException(Exception innerException) : Exception("A rule of the database was broken.", innerException);
