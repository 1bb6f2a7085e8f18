using System.Globalization;
using System.Text;
using Assistant.Tools.Google;

namespace Assistant.Tools.Search;

/// <remarks>
/// Problems: Accounts that could not be searched, or are not complete yet.
/// </remarks>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, IReadOnlyList<string>? Problems = null) : IToolResult
{
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var hit in Hits)
            text.Append(hit.ToText()).Append("\n\n");
        var fenced = Hits.Count == 0 ? "Nothing was found." : UntrustedText.Fence(text.ToString());
        return Problems is null ? fenced : $"{fenced}\n{string.Join('\n', Problems)}";
    }
}

/// <remarks>
/// Id: For gmail_read; an event's is calendar/id.
/// Why: Shares of words and meaning in the rank.
/// </remarks>
public sealed record SearchHit(
    string Kind, string Id, string? Thread, string? Account, string At, string Title, string? From, string Passage, double Score, string Why, int? MoreInThread = null)
{
    internal string ToText() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind} {Id}{(Thread is null ? "" : $" (thread {Thread})")}, {Account}, {At}, {Title}{(From is null ? "" : $", from {From}")}, score {Score:0.00} ({Why}){(MoreInThread is null ? "" : $", {MoreInThread} more in the thread")}\n{Passage}");
}

public sealed record IndexStatus(IReadOnlyList<IndexState> Accounts) : IToolResult
{
    public string ToText() => string.Join('\n', Accounts.Select(account => account.ToText()));
}

/// <remarks>
/// UpToDate: When everything of then was in it.
/// LearnedFrom: Documents the model of meaning learned from; null: words alone.
/// </remarks>
public sealed record IndexState(string Account, int Documents, bool MailComplete, string? UpToDate = null, int? LearnedFrom = null)
{
    internal string ToText() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Account}: {Documents} documents, {(MailComplete ? "all mail" : "mail is still being read")}, up to date {UpToDate ?? "never"}, {(LearnedFrom is null ? "words alone" : $"meaning learned from {LearnedFrom}")}");
}
