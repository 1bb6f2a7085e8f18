namespace Assistant.Retrieval.Text;

/// <param name="Text">The text without characters that nobody can see.</param>
/// <param name="Removed">How many were removed.</param>
public readonly record struct CleanText(string Text, int Removed);
