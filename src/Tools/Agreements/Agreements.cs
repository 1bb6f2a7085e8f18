using System.Security.Cryptography;
using Assistant.TokenStore;
using ModelContextProtocol.Protocol;

namespace Assistant.Tools.Agreements;

internal sealed class Agreements(
    IOutboxStore outbox, OutboxRunner runner, RequestStates states, SendRules rules, ServerPolicy server, CurrentCall call, AgreementTiming timing, TimeProvider time) : IAgreements
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private ToolRequest Request => call.Request ?? throw new InvalidOperationException("An agreement is part of a tool call.");

    public async Task<OutboxResult?> ResumeAsync(string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (Request.State is { } state)
            return await AnsweredAsync(state, cancellationToken);
        try
        {
            var same = await outbox.FindSameAsync(call.Caller.UserId, Request.Digest, idempotencyKey, timing.SameCall, cancellationToken);
            if (same is null)
                return null;
            var result = await GoOnAsync(same, cancellationToken);
            return same.IsFinal ? OutboxResults.Repeated(result, idempotencyKey is not null) : result;
        }
        catch (IdempotencyConflictException conflict)
        {
            throw new ToolFailure("idempotency_conflict", conflict.Message, conflict);
        }
    }

    public async Task<OutboxResult> ProposeAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        SendRules.Refuse(call.Caller.Grants, proposal.Recipients.Count > 0);
        try
        {
            var (entry, _) = await outbox.AddAsync(
                new NewOutboxEntry
                {
                    UserId = call.Caller.UserId,
                    AccountId = proposal.Account.Id,
                    KeyId = call.Caller.KeyId,
                    Tool = call.Action,
                    Kind = proposal.Kind,
                    Digest = Request.Digest,
                    IdempotencyKey = proposal.IdempotencyKey,
                    DueAt = proposal.DueAt,
                    Hold = proposal.Recipients.Count > 0 && proposal.Hold.GetValueOrDefault() < server.Hold ? server.Hold : proposal.Hold.GetValueOrDefault(),
                    ExpiresAfter = timing.Waiting,
                    Card = StoredCard.Write(proposal),
                    Payload = proposal.Payload,
                    WriteContent = proposal.Content,
                },
                timing.SameCall,
                cancellationToken);
            return await GoOnAsync(entry, cancellationToken);
        }
        catch (IdempotencyConflictException conflict)
        {
            throw new ToolFailure("idempotency_conflict", conflict.Message, conflict);
        }
    }

    private async Task<OutboxResult> AnsweredAsync(string state, CancellationToken cancellationToken)
    {
        var (id, nonce) = await states.OpenAsync(state, cancellationToken);
        var entry = await outbox.FindAsync(call.Caller.UserId, id, cancellationToken)
            ?? throw new ToolFailure("bad_state", "What was asked about is not there any more. Nothing was done.");
        if (entry.State == OutboxState.Waiting)
        {
            var answered = Request.Agreed switch
            {
                true => await outbox.AgreeAsync(id, nonce, cancellationToken),
                false => await outbox.CloseAsync(id, OutboxState.Rejected, held: false, nonce, cancellationToken),
                null => throw await QuestionAsync(entry, cancellationToken),
            };
            entry = await outbox.FindAsync(call.Caller.UserId, id, cancellationToken) ?? entry;
            if (!answered && entry.State == OutboxState.Waiting)
                throw new ToolFailure("late_answer", "This question was asked again since, so the answer to the older one does not count. Nothing was done.");
        }

        return await SettledAsync(entry, cancellationToken);
    }

    private async Task<OutboxResult> GoOnAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        if (entry.State != OutboxState.Waiting)
            return await SettledAsync(entry, cancellationToken);
        var card = StoredCard.Of(entry);
        SendRules.Refuse(call.Caller.Grants, card.Recipients.Count > 0);
        if (rules.MayGoUnasked(call.Caller.Grants, card))
        {
            await outbox.AgreeAsync(entry.Id, nonce: null, cancellationToken);
            return await SettledAsync(await outbox.FindAsync(entry.UserId, entry.Id, cancellationToken) ?? entry, cancellationToken);
        }

        if (Request.CanAsk)
            throw await QuestionAsync(entry, cancellationToken);
        return OutboxResults.Of(entry, null);
    }

    private async Task<InputRequiredException> QuestionAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        if (!Request.CanAsk)
            throw new ToolFailure("not_answered", $"Nobody answered, and this client cannot ask. Nothing was done: the person can run 'assistant outbox approve {entry.Id}'.");
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        if (!await outbox.AskAsync(entry.Id, nonce, cancellationToken))
            throw new ToolFailure("late_answer", "This is not waiting for an answer any more. Look with outbox_list.");
        var question = new ElicitRequestParams
        {
            Message = StoredCard.Of(entry).Card.ToText(),
            RequestedSchema = new ElicitRequestParams.RequestSchema(),
        };
        return new InputRequiredException(
            new Dictionary<string, InputRequest> { [ToolRequest.QuestionKey] = InputRequest.ForElicitation(question) },
            await states.WriteAsync(entry.Id, nonce, cancellationToken));
    }

    /// <summary>Carries out what is due, waits for who is at it already, and says how it is.</summary>
    private async Task<OutboxResult> SettledAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        if (entry.State == OutboxState.Held && (entry.DueAt is not { } due || due <= time.GetUtcNow()))
            entry = await runner.RunAsync(entry, cancellationToken);
        for (var started = time.GetTimestamp(); entry.State == OutboxState.Working && time.GetElapsedTime(started) < Patience;)
        {
            await Task.Delay(Glance, time, cancellationToken);
            entry = await outbox.FindAsync(entry.UserId, entry.Id, cancellationToken) ?? entry;
        }

        return OutboxResults.Of(entry, null);
    }
}
