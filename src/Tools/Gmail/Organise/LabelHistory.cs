using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1;

namespace Assistant.Tools.Gmail.Organise;

/// <summary>One label put on or taken off one message.</summary>
internal sealed record LabelEvent(string MessageId, string ThreadId, string LabelId, bool Added);

/// <param name="Events">Oldest first.</param>
/// <param name="Deleted">Messages that are gone for good.</param>
internal sealed record LabelLog(IReadOnlyList<LabelEvent> Events, IReadOnlySet<string> Deleted);

/// <summary>What happened to labels, by Gmail's own record: far cheaper than reading the messages before and after.</summary>
internal sealed class LabelHistory(GoogleServices google)
{
    private const int PageSize = 500;
    private const int MostPages = 100;

    /// <summary>The mailbox's history id now.</summary>
    public async Task<ulong> NowAsync(GoogleAccount account, CancellationToken cancellationToken) =>
        (await google.GmailAsync(account, "the mailbox", service => service.Users.GetProfile("me").ExecuteAsync(cancellationToken))).HistoryId ?? 0;

    /// <summary>Everything after <paramref name="start"/>, or null where Gmail no longer has it (it keeps about a week) or it is too much to read.</summary>
    public async Task<LabelLog?> SinceAsync(GoogleAccount account, ulong start, CancellationToken cancellationToken)
    {
        var (events, deleted) = (new List<LabelEvent>(), new HashSet<string>(StringComparer.Ordinal));
        string? page = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            global::Google.Apis.Gmail.v1.Data.ListHistoryResponse list;
            try
            {
                list = await PageAsync(account, start, page, cancellationToken);
            }
            catch (ToolFailure failure) when (failure.Code == "not_found")
            {
                return null;
            }

            foreach (var record in list.History ?? [])
            {
                deleted.UnionWith((record.MessagesDeleted ?? []).Select(gone => gone.Message.Id));
                foreach (var added in record.LabelsAdded ?? [])
                    events.AddRange((added.LabelIds ?? []).Select(label => new LabelEvent(added.Message.Id, added.Message.ThreadId, label, Added: true)));
                foreach (var removed in record.LabelsRemoved ?? [])
                    events.AddRange(
                        (removed.LabelIds ?? []).Select(label => new LabelEvent(removed.Message.Id, removed.Message.ThreadId, label, Added: false)));
            }

            page = list.NextPageToken;
            if (page is null)
                return new(events, deleted);
        }

        return null;
    }

    private Task<global::Google.Apis.Gmail.v1.Data.ListHistoryResponse> PageAsync(
        GoogleAccount account, ulong start, string? page, CancellationToken cancellationToken) =>
        google.GmailAsync(account, "the mailbox's history", service =>
        {
            var request = service.Users.History.List("me");
            (request.StartHistoryId, request.MaxResults, request.PageToken) = (start, PageSize, page);
            request.HistoryTypesList = new global::Google.Apis.Util.Repeatable<UsersResource.HistoryResource.ListRequest.HistoryTypesEnum>(
            [
                UsersResource.HistoryResource.ListRequest.HistoryTypesEnum.LabelAdded,
                UsersResource.HistoryResource.ListRequest.HistoryTypesEnum.LabelRemoved,
                UsersResource.HistoryResource.ListRequest.HistoryTypesEnum.MessageDeleted,
            ]);
            return request.ExecuteAsync(cancellationToken);
        });
}
