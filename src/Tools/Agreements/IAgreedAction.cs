using Assistant.TokenStore;

namespace Assistant.Tools.Agreements;

/// <summary>Carries out one kind of proposal after it was agreed to. Runs in whichever process holds the entry's lease.</summary>
internal interface IAgreedAction
{
    /// <summary>The <see cref="Proposal.Kind"/> that it carries out.</summary>
    string Kind { get; }

    /// <summary>Does it, or says why not. Where it is not known whether an earlier attempt arrived, it looks; it never repeats blindly.</summary>
    /// <exception cref="ToolFailure">It was refused; nothing happened.</exception>
    Task<ActionOutcome> RunAsync(AgreedWork work, CancellationToken cancellationToken);
}

/// <summary>An agreed entry, opened for the one who carries it out.</summary>
/// <param name="EntryId">Id of the outbox entry.</param>
/// <param name="Account">The account that it is about.</param>
/// <param name="Payload">As it was proposed.</param>
/// <param name="Progress">What an earlier attempt noted with <see cref="NoteAsync"/>, or null.</param>
/// <param name="OpenContent">The content as it was proposed, to be read once.</param>
/// <param name="NoteAsync">Notes durably how far the action is, before the next step.</param>
internal sealed record AgreedWork(
    string EntryId,
    GoogleAccount Account,
    string Payload,
    string? Progress,
    Func<Stream> OpenContent,
    Func<string, CancellationToken, Task> NoteAsync);

/// <summary>How an action ended.</summary>
/// <param name="State">One of the final states.</param>
/// <param name="Text">For the person, in a sentence.</param>
/// <param name="MessageId">Gmail's id of what was sent or made, or null.</param>
/// <param name="ThreadId">Its thread, or null.</param>
internal sealed record ActionOutcome(OutboxState State, string Text, string? MessageId = null, string? ThreadId = null);
