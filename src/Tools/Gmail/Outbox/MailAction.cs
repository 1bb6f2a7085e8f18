using System.Text.Json;
using Assistant.GoogleClients;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Outbox;

/// <summary>
/// Sends one agreed mail: a draft, one <c>drafts.send</c>, and after a lost answer looking instead of repeating. What was noted last decides where an
/// attempt begins, so that another process can go on where one ended.
/// </summary>
internal sealed class MailAction(DraftMaker drafts, SentLookup lookup) : IAgreedAction
{
    public const string Name = "mail";

    /// <summary>Google said no, and nothing happened.</summary>
    private static readonly HashSet<string> Refusals = new(StringComparer.Ordinal) { "google_refused", "not_granted", "reconnect_needed", "api_disabled" };

    public string Kind => Name;

    public async Task<ActionOutcome> RunAsync(AgreedWork work, CancellationToken cancellationToken)
    {
        var mail = JsonSerializer.Deserialize<MailPayload>(work.Payload)!;
        var progress = work.Progress is { } noted ? JsonSerializer.Deserialize<MailProgress>(noted) : null;
        if (progress?.Step == MailStep.Sending)
            return await lookup.SettleAsync(work.Account, mail, progress, cancellationToken);
        var draft = await DraftAsync(work, mail, progress, cancellationToken);
        if (!Equal(draft.Recipients, mail.Recipients))
        {
            if (mail.DraftId is null)
                await drafts.DeleteAsync(work.Account, draft.Id, cancellationToken);
            return new(OutboxState.NotDone, "Nothing was sent: the draft at Gmail does not have exactly the recipients that were agreed to.");
        }

        var history = await drafts.HistoryIdAsync(work.Account, cancellationToken);
        progress = new MailProgress(MailStep.Sending, draft.Id, draft.ThreadId, history);
        await NoteAsync(work, progress, cancellationToken);
        return await SendAsync(work, mail, progress, cancellationToken);
    }

    private async Task<ActionOutcome> SendAsync(AgreedWork work, MailPayload mail, MailProgress progress, CancellationToken cancellationToken)
    {
        Message sent;
        try
        {
            sent = await drafts.SendAsync(work.Account, progress.DraftId!, cancellationToken);
        }
        catch (ToolFailure refused) when (Refusals.Contains(refused.Code))
        {
            return new(OutboxState.NotDone, $"Nothing was sent: {refused.Message} {await drafts.LeftOverAsync(work.Account, mail, progress.DraftId!, cancellationToken)}".TrimEnd());
        }
        catch (ToolFailure busy) when (busy.Code == "google_limit" && busy.InnerException is not GoogleResponseTooLargeException)
        {
            // Refused for rate before anything was done: not a send.
            await NoteAsync(work, progress with { Step = MailStep.Drafted }, cancellationToken);
            throw;
        }
        catch (ToolFailure)
        {
            return await lookup.SettleAsync(work.Account, mail, progress, cancellationToken);
        }

        return new(OutboxState.Done, "Sent.", sent.Id, sent.ThreadId);
    }

    private async Task<PreparedDraft> DraftAsync(AgreedWork work, MailPayload mail, MailProgress? progress, CancellationToken cancellationToken)
    {
        if (mail.DraftId is not null)
        {
            var own = await drafts.ReadAsync(work.Account, mail.DraftId, cancellationToken);
            return own?.MessageId == mail.DraftMessageId
                ? own!
                : throw new ToolFailure("draft_changed", own is null ? "the draft is not there any more." : "the draft was changed since it was agreed to. Send it again to agree to it as it is now.");
        }

        if (progress?.DraftId is { } known && await drafts.ReadAsync(work.Account, known, cancellationToken) is { } still)
            return still;
        if (progress is not null && await drafts.FindAsync(work.Account, mail.MessageId!, cancellationToken) is { } made)
            return made;
        await NoteAsync(work, new MailProgress(MailStep.Drafting), cancellationToken);
        var draft = await drafts.CreateAsync(work.Account, work.OpenContent, mail.ThreadId, cancellationToken);
        await NoteAsync(work, new MailProgress(MailStep.Drafted, draft.Id, draft.ThreadId), cancellationToken);
        return draft;
    }

    private static Task NoteAsync(AgreedWork work, MailProgress progress, CancellationToken cancellationToken) =>
        work.NoteAsync(JsonSerializer.Serialize(progress), cancellationToken);

    private static bool Equal(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal));
}
