using System.Globalization;
using System.Text;
using Assistant.Tools.Google;

namespace Assistant.Tools.Search;

/// <remarks>
/// Problems: Accounts that could not be searched, or are not complete yet.
/// </remarks>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, IReadOnlyList<string>? Problems = null, string? NextCursor = null) : IToolResult
{
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var hit in Hits)
            text.Append(hit.ToText()).Append("\n\n");
        var fenced = Hits.Count == 0 ? "Nothing was found." : UntrustedText.Fence(text.ToString());
        IEnumerable<string> lines = [fenced, .. Problems ?? [], .. NextCursor is null ? [] : new[] { $"More with cursor {NextCursor}" }];
        return string.Join('\n', lines);
    }
}

/// <remarks>
/// Problems: Accounts that could not be searched, or are not complete yet.
/// </remarks>
public sealed record ContextAnswer(IReadOnlyList<ContextPassage> Passages, IReadOnlyList<string>? Problems = null) : IToolResult
{
    public string ToText()
    {
        if (Passages.Count == 0)
            return string.Join('\n', ["Nothing was found.", .. Problems ?? []]);
        var text = new StringBuilder();
        foreach (var passage in Passages)
            text.Append(passage.ToText()).Append("\n\n");
        return string.Join('\n', ["Cite the passages you use as [number].", UntrustedText.Fence(text.ToString()), .. Problems ?? []]);
    }
}

/// <remarks>
/// Id: For gmail_read; an event's is calendar/id, a conversation's thread/number.
/// </remarks>
public sealed record ContextPassage(int Number, string Kind, string Id, string? Thread, string? Account, string At, string Title, string? From, string Text)
{
    internal string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"[{Number}] {Kind} {Id}{(Account is null ? "" : $", {Account}")}, {At}, {Title}{(From is null ? "" : $", from {From}")}\n{Text}");
}

/// <remarks>
/// Id: For gmail_read; an event's is calendar/id, a conversation's thread/number.
/// Why: Shares of words and meaning in the rank.
/// </remarks>
public sealed record SearchHit(
    string Kind, string Id, string? Thread, string? Account, string At, string Title, string? From, string Passage, double Score, string Why, int? MoreInThread = null)
{
    internal string ToText() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind} {Id}{(Thread is null ? "" : $" (thread {Thread})")}{(Account is null ? "" : $", {Account}")}, {At}, {Title}{(From is null ? "" : $", from {From}")}, score {Score:0.00} ({Why}){(MoreInThread is null ? "" : $", {MoreInThread} more in the thread")}\n{Passage}");
}

public sealed record IndexStatus(IReadOnlyList<IndexState> Accounts) : IToolResult
{
    public string ToText() => string.Join('\n', Accounts.Select(account => account.ToText()));
}

/// <remarks>
/// UpToDate: When everything of then was in it.
/// Seen: Share of the mailbox that was read.
/// Model: What knows the meaning; null: words alone.
/// LearnedFrom: Documents the embedded model learned from.
/// Embedded: Share of documents that have this model's vectors.
/// Cost: US dollars for the embedding service.
/// </remarks>
public sealed record IndexState(
    string Account, int Documents, bool MailComplete, double? Seen = null, string? UpToDate = null, string? Model = null, int? LearnedFrom = null, double? Embedded = null, long? Tokens = null, decimal? Cost = null)
{
    internal static IndexState Of(string account, IndexProgress progress, Retrieval.Index.IndexState state) => new(
        account,
        state.Documents,
        progress.IsMailComplete,
        !progress.IsMailComplete && progress.Total is > 0 and var total ? Math.Round(Math.Min(1, (double)progress.Seen / total), 3) : null,
        progress.At?.ToString("u", CultureInfo.InvariantCulture),
        state.Model,
        state.LearnedFrom > 0 ? state.LearnedFrom : null,
        state.Embedded < 1 ? Math.Round(state.Embedded, 2) : null,
        state.Tokens > 0 ? state.Tokens : null,
        state.Cost is { } cost ? Math.Round(cost, 4) : null);

    internal string ToText()
    {
        var text = new StringBuilder(string.Create(
            CultureInfo.InvariantCulture, $"{Account}: {Documents} documents, {(MailComplete ? "all mail" : $"mail is still being read{(Seen is { } seen ? $" ({seen:P0})" : "")}")}, up to date {UpToDate ?? "never"}, "));
        text.Append(CultureInfo.InvariantCulture, $"{(Model is null ? "words alone" : $"meaning by {Model}")}");
        if (LearnedFrom is { } from)
            text.Append(CultureInfo.InvariantCulture, $", learned from {from}");
        if (Embedded is { } share)
            text.Append(CultureInfo.InvariantCulture, $", {share:P0} of its vectors made");
        if (Tokens is { } tokens)
            text.Append(CultureInfo.InvariantCulture, $", {tokens} tokens{(Cost is { } cost ? $", ${cost}" : "")}");
        return text.ToString();
    }
}
