using Assistant.Tools.Google;
using Google.Apis.Gmail.v1;

namespace Assistant.Tools.Gmail.Drafts;

/// <summary>Lists drafts, and shows one whole.</summary>
internal sealed class DraftReader(GoogleAccounts accounts, GoogleServices google, AccountZones zones, MailReader reader, CurrentCall call)
{
    private const int PageSize = 20;

    private sealed record Position(string Token);

    public async Task<DraftList> ListAsync(string? query, string? account, string? cursor, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        string?[] question = ["gmail_list_drafts", owner.Id, query];
        var position = Cursor.Read<Position>(call, cursor, question);
        var list = await google.GmailAsync(owner, "drafts", service =>
        {
            var request = service.Users.Drafts.List("me");
            (request.Q, request.MaxResults, request.PageToken) = (query, PageSize, position?.Token);
            return request.ExecuteAsync(cancellationToken);
        });
        var zone = await zones.OfAsync(owner, cancellationToken);
        var drafts = await Merged.SelectAsync([.. list.Drafts ?? []], async (draft, cancel) =>
        {
            var message = await google.GmailAsync(owner, $"message {draft.Message.Id}", service =>
            {
                var get = service.Users.Messages.Get("me", draft.Message.Id);
                (get.Format, get.MetadataHeaders) = (UsersResource.MessagesResource.GetRequest.FormatEnum.Metadata, new(["To", "Subject"]));
                return get.ExecuteAsync(cancel);
            });
            return new DraftItem(
                draft.Id, draft.Message.Id, draft.Message.ThreadId, Moments.Show(message.ReceivedAt(), zone), MessageHeaders.Shorten(message.Payload.Header("To"), 200), message.Payload.Header("Subject"),
                UntrustedText.Line(message.Snippet));
        }, cancellationToken);
        return Budgeted.Items(ResultBudget.Characters(null), drafts.Count, count => new DraftList(
            [.. drafts.Take(count)], list.NextPageToken is { } next ? Cursor.Write(call, new Position(next), question) : null));
    }

    public async Task<MailPage> ReadAsync(string id, string? account, int? maxTokens, string? cursor, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        var draft = await google.GmailAsync(owner, $"draft {id}", service =>
        {
            var get = service.Users.Drafts.Get("me", id);
            get.Format = UsersResource.DraftsResource.GetRequest.FormatEnum.Minimal;
            return get.ExecuteAsync(cancellationToken);
        });
        return await reader.ReadAsync([draft.Message.Id], MailFormat.Markdown, owner.Nickname, includeQuoted: true, maxTokens, cursor, cancellationToken);
    }
}
