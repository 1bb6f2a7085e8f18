using Assistant.TokenStore;

namespace Assistant.Tools.Undo;

/// <summary>Takes back one kind of change.</summary>
internal interface IReversal
{
    /// <summary>The <see cref="NewChange.Kind"/> that it takes back.</summary>
    string Kind { get; }

    /// <returns>What was taken back, in a sentence; it says what of it could not be.</returns>
    /// <exception cref="ToolFailure">It cannot be taken back (any more), and why.</exception>
    Task<string> UndoAsync(GoogleAccount account, string undo, CancellationToken cancellationToken);
}
