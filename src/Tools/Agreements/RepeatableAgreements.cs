using System.Globalization;
using Assistant.TokenStore;

namespace Assistant.Tools.Agreements;

/// <summary>
/// Agreement to changes that can rightly be wanted again within minutes: on, off and on again are three changes although the first and the third call are equal,
/// and two calls of undo without an argument mean two changes. A call is the same only as long as nothing was changed in between.
/// </summary>
internal sealed class RepeatableAgreements(IAgreements agreements, IChangeJournal journal, CurrentCall call, TimeProvider time)
{
    private static readonly TimeSpan Same = TimeSpan.FromMinutes(10);

    /// <summary>What became of a question whose answer this call brings; null where it brings none.</summary>
    public async Task<OutboxResult?> AnsweredAsync(CancellationToken cancellationToken) =>
        call.Request?.State is null ? null : await agreements.ResumeAsync(null, cancellationToken);

    /// <summary>Asks, unless the same was asked a moment ago and nothing was changed since.</summary>
    public async Task<OutboxResult> AskAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        var last = await journal.ListAsync(call.Caller.UserId, 1, cancellationToken);
        return await AskAsync(proposal, last.Count > 0 ? last[0].Id : "", cancellationToken);
    }

    /// <param name="proposal">What is asked.</param>
    /// <param name="about">Tells it from an equal call that means something else.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public Task<OutboxResult> AskAsync(Proposal proposal, string about, CancellationToken cancellationToken)
    {
        var moment = (time.GetUtcNow().UtcTicks / Same.Ticks).ToString(CultureInfo.InvariantCulture);
        return agreements.ProposeAsync(proposal with { IdempotencyKey = $"{call.Request?.Digest}/{about}/{moment}" }, cancellationToken);
    }
}
