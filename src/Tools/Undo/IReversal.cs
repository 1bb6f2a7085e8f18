using Assistant.TokenStore;
using Assistant.Tools.Agreements;

namespace Assistant.Tools.Undo;

/// <summary>Takes back one kind of change.</summary>
internal interface IReversal
{
    /// <summary>The <see cref="NewChange.Kind"/> that it takes back.</summary>
    string Kind { get; }

    /// <summary>The level that a caller needs for it: that of the tool that makes such changes.</summary>
    PermissionLevel Level => PermissionLevel.Organise;

    /// <returns>What was taken back, in a sentence; it says what of it could not be.</returns>
    /// <exception cref="ToolFailure">It cannot be taken back (any more), and why; a call that is repeated must do no harm.</exception>
    Task<string> UndoAsync(GoogleAccount account, string undo, CancellationToken cancellationToken);
}

/// <summary>As <see cref="IReversal"/>, for a change that nobody may take back without the person's agreement.</summary>
internal interface IAgreedReversal
{
    /// <summary>The <see cref="NewChange.Kind"/> that it takes back.</summary>
    string Kind { get; }

    /// <summary>The level that a caller needs for it.</summary>
    PermissionLevel Level { get; }

    /// <summary>What the person is asked. The action that carries it out marks <paramref name="changeId"/> as undone.</summary>
    /// <exception cref="ToolFailure">It cannot be taken back, and why.</exception>
    Task<Proposal> ProposeAsync(GoogleAccount account, string changeId, string undo, CancellationToken cancellationToken);
}
