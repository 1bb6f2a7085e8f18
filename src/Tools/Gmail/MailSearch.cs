using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail;

/// <summary>Gmail's own search, in one or all of the caller's accounts, newest first.</summary>
internal sealed class MailSearch(GoogleAccounts accounts, GoogleServices google, LabelNames labels, AccountZones zones, CurrentCall call)
{
    public const int DefaultResults = 20;

    // Everything a hit shows and no body: the parts' names tell whether something is attached.
    private const string HitFields =
        "id,threadId,labelIds,snippet,internalDate,sizeEstimate,payload(headers,filename,parts(filename,parts(filename,parts(filename))))";

    private sealed record PageAt(string? Token, int Skip);

    private sealed record Position(int PageSize, Dictionary<string, PageAt> Pages);

    private sealed record Found(GoogleAccount Account, Message Message, MailHit Hit);

    private sealed record Page(GoogleAccount Account, IReadOnlyList<Found> Hits, PageAt From, int Listed, string? NextToken, TimeZoneInfo Zone);

    public async Task<MailSearchResult> FindAsync(
        string? query, string? account, string? label, int? maxResults, int? maxTokens, string? cursor, CancellationToken cancellationToken)
    {
        var chosen = await accounts.SeveralAsync(account, cancellationToken);
        string?[] question = ["gmail_search", query, account, label];
        var position = Cursor.Read<Position>(call, cursor, question)
            ?? new Position(maxResults ?? DefaultResults, chosen.ToDictionary(one => one.Nickname, _ => new PageAt(null, 0)));
        var open = chosen.Where(one => position.Pages.ContainsKey(one.Nickname)).ToList();
        if (open.Count == 0)
            return new MailSearchResult([]);
        var (pages, problems) = await Merged.AskAsync(
            open, one => ListAsync(one, query, label, Math.Clamp(position.PageSize, 1, 100), position.Pages[one.Nickname], cancellationToken));
        // What an account has not listed yet may be newer than what another has: nothing older than its last hit is shown before.
        var horizon = pages.Where(page => page.NextToken is not null).Max(page => page.Hits.Min(hit => hit.Message.InternalDate)) ?? 0;
        var hits = pages.SelectMany(page => page.Hits).Where(hit => hit.Message.InternalDate >= horizon)
            .OrderByDescending(hit => hit.Message.InternalDate).Take(maxResults ?? position.PageSize).ToList();
        var zoneName = pages.Select(page => Time.TimeZones.IanaName(page.Zone)).Distinct().ToList() is [var one] ? one : null;
        return Budgeted.Items(ResultBudget.Characters(maxTokens), hits.Count, count => new MailSearchResult(
            [.. hits.Take(count).Select(hit => hit.Hit)],
            zoneName,
            Problems: problems.Count > 0 ? problems : null,
            NextCursor: Next(open, position, pages, [.. hits.Take(count)]) is { } next ? Cursor.Write(call, next, question) : null));
    }

    private async Task<Page> ListAsync(GoogleAccount account, string? query, string? label, int pageSize, PageAt at, CancellationToken cancellationToken)
    {
        var labelId = label is null ? null : await labels.IdAsync(account, label, cancellationToken);
        var list = await google.GmailAsync(account, "messages", service =>
        {
            var request = service.Users.Messages.List("me");
            (request.Q, request.MaxResults, request.PageToken) = (query, pageSize, at.Token);
            request.LabelIds = labelId;
            request.Fields = "messages(id),nextPageToken";
            return request.ExecuteAsync(cancellationToken);
        });
        var zone = await zones.OfAsync(account, cancellationToken);
        var messages = (list.Messages ?? []).Skip(at.Skip).ToList();
        var hits = await Merged.SelectAsync(messages, (message, cancel) => HitAsync(account, message.Id, zone, cancel), cancellationToken);
        return new(account, hits, at, list.Messages?.Count ?? 0, list.NextPageToken, zone);
    }

    private async Task<Found> HitAsync(GoogleAccount account, string id, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var message = await google.GmailAsync(account, $"message {id}", service =>
        {
            var request = service.Users.Messages.Get("me", id);
            request.Format = UsersResource.MessagesResource.GetRequest.FormatEnum.Full;
            request.Fields = HitFields;
            return request.ExecuteAsync(cancellationToken);
        });
        return new(account, message, new MailHit(
            message.Id,
            message.ThreadId,
            account.Nickname,
            Moments.Show(message.ReceivedAt(), zone),
            message.Payload.Header("From"),
            MessageHeaders.Shorten(message.Payload.Header("To"), 120),
            message.Payload.Header("Subject"),
            UntrustedText.Line(System.Net.WebUtility.HtmlDecode(message.Snippet)),
            await labels.NamesAsync(account, message.LabelIds, cancellationToken),
            message.LabelIds?.Contains("UNREAD") is true,
            HasFile(message.Payload),
            message.SizeEstimate));
    }

    /// <summary>Where each account goes on after what was shown, or null where nothing is left in any.</summary>
    private static Position? Next(IReadOnlyList<GoogleAccount> asked, Position position, IReadOnlyList<Page> pages, IReadOnlyList<Found> shown)
    {
        // An account that failed this time is asked again for the same page.
        var next = asked.Where(account => pages.All(page => page.Account != account)).ToDictionary(account => account.Nickname, account => position.Pages[account.Nickname]);
        foreach (var page in pages)
        {
            var skip = page.From.Skip + shown.Count(hit => ReferenceEquals(hit.Account, page.Account));
            if (skip < page.Listed)
                next[page.Account.Nickname] = page.From with { Skip = skip };
            else if (page.NextToken is not null)
                next[page.Account.Nickname] = new PageAt(page.NextToken, 0);
        }

        return next.Count > 0 ? position with { Pages = next } : null;
    }

    private static bool HasFile(MessagePart? part) => part is not null && (!string.IsNullOrEmpty(part.Filename) || part.Parts?.Any(HasFile) is true);
}
