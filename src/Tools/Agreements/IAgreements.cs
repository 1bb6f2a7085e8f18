namespace Assistant.Tools.Agreements;

/// <summary>
/// The only way to anything that reaches other people or changes how mail flows: an outbox row first, then the person's agreement, then the action, once.
/// </summary>
internal interface IAgreements
{
    /// <summary>
    /// To be asked before anything is prepared: answers a call that brings the person's answer back, or that repeats an earlier one. Null where the call is new.
    /// </summary>
    /// <param name="idempotencyKey">As the caller gave it.</param>
    /// <param name="cancellationToken">Ends the wait for the answer, never an action under way.</param>
    /// <exception cref="ToolFailure">The state is altered, expired, somebody else's or for other arguments; or the key names another action.</exception>
    Task<OutboxResult?> ResumeAsync(string? idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Does it where the policy allows, asks where the client can ask, and else leaves it waiting for <c>assistant outbox approve</c>.</summary>
    /// <exception cref="ModelContextProtocol.Protocol.InputRequiredException">The person is asked; the same call comes again with the answer.</exception>
    /// <exception cref="ToolFailure">The policy forbids it.</exception>
    Task<OutboxResult> ProposeAsync(Proposal proposal, CancellationToken cancellationToken);
}
