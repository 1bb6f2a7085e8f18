using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Outbox;

/// <summary>
/// What became of a send whose answer was lost. A draft that is still there is taken away before it counts as not sent, so that a request that is late
/// cannot send it after all.
/// </summary>
internal sealed class SentLookup(GoogleServices google, DraftMaker drafts, AgreementTiming timing, TimeProvider time)
{
    /// <summary>Looks until it knows; only where looking itself keeps failing the outcome stays unknown.</summary>
    public async Task<ActionOutcome> SettleAsync(GoogleAccount account, MailPayload mail, MailProgress progress, CancellationToken cancellationToken)
    {
        var looked = false;
        foreach (var wait in timing.Looks)
        {
            await Task.Delay(wait, time, cancellationToken);
            try
            {
                if (await LookAsync(account, mail, progress, cancellationToken) is { } outcome)
                    return outcome;
                looked = true;
            }
            catch (ToolFailure)
            {
                // Looked at again after a while.
                looked = false;
            }
        }

        return looked
            ? new(OutboxState.NotDone, "Not sent: its draft is gone, and no such mail is among the sent ones.")
            : new(OutboxState.Unknown, "It is not known whether the mail left: Google's answer was lost, and looking failed as well. It is not repeated; look among the sent mail.");
    }

    /// <summary>Null where neither the mail nor its draft is to be seen: it may take Gmail a moment.</summary>
    private async Task<ActionOutcome?> LookAsync(GoogleAccount account, MailPayload mail, MailProgress progress, CancellationToken cancellationToken)
    {
        if (await FindAsync(account, mail, progress, cancellationToken) is { } sent)
            return new(OutboxState.Done, "Sent (Google's answer was lost; the mail is among the sent ones).", sent.Id, sent.ThreadId);
        if (await drafts.ReadAsync(account, progress.DraftId!, cancellationToken) is null)
            return null;
        if (mail.DraftId is null)
        {
            return await drafts.DeleteAsync(account, progress.DraftId!, cancellationToken)
                ? new(OutboxState.NotDone, "Not sent: Google did not carry it out. Nothing left; it can be sent again.")
                : null;
        }

        return await drafts.ReplaceAsync(account, progress.DraftId!, cancellationToken) is { } copy
            ? new(OutboxState.NotDone, $"Not sent: Google did not carry it out. The draft is still there, as {copy}; it can be sent again.")
            : null;
    }

    private async Task<Message?> FindAsync(GoogleAccount account, MailPayload mail, MailProgress progress, CancellationToken cancellationToken)
    {
        foreach (var id in await CandidatesAsync(account, mail, progress, cancellationToken))
        {
            var message = await google.GmailAsync(account, $"message {id}", service =>
            {
                var get = service.Users.Messages.Get("me", id);
                get.Format = UsersResource.MessagesResource.GetRequest.FormatEnum.Metadata;
                return get.ExecuteAsync(cancellationToken);
            });
            var recipients = MailRecipients.Of(message.Payload);
            if (message.LabelIds?.Contains("SENT") is true && message.Payload.Header("Subject") == UntrustedText.Line(mail.Subject)
                && recipients.Order(StringComparer.Ordinal).SequenceEqual(mail.Recipients.Order(StringComparer.Ordinal)))
                return message;
        }

        return null;
    }

    /// <summary>What was added to the thread since before the send; and, where the history is too old, what has the Message-ID that the mail was written with.</summary>
    private async Task<IReadOnlyList<string>> CandidatesAsync(GoogleAccount account, MailPayload mail, MailProgress progress, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        try
        {
            string? page = null;
            do
            {
                var history = await google.GmailAsync(account, "history", service =>
                {
                    var list = service.Users.History.List("me");
                    (list.StartHistoryId, list.PageToken) = (progress.HistoryId, page);
                    list.HistoryTypes = UsersResource.HistoryResource.ListRequest.HistoryTypesEnum.MessageAdded;
                    return list.ExecuteAsync(cancellationToken);
                });
                found.AddRange((history.History ?? []).SelectMany(record => record.MessagesAdded ?? [])
                    .Select(added => added.Message).Where(message => message.LabelIds?.Contains("SENT") is true && message.ThreadId == progress.ThreadId).Select(message => message.Id));
                page = history.NextPageToken;
            }
            while (page is not null);
        }
        catch (ToolFailure failure) when (failure.Code == "not_found")
        {
            // Too old: the other way is left.
        }

        if (found.Count == 0 && mail.MessageId is { } messageId)
        {
            var list = await google.GmailAsync(account, "messages", service =>
            {
                var request = service.Users.Messages.List("me");
                (request.Q, request.MaxResults) = (MailQuery.SentWithMessageId(messageId), 5);
                return request.ExecuteAsync(cancellationToken);
            });
            found.AddRange((list.Messages ?? []).Select(message => message.Id));
        }

        return [.. found.Distinct()];
    }
}
