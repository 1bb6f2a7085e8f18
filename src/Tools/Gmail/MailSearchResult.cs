using System.Text;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail;

/// <param name="Messages">Newest first. From, to, subject and snippet were written by other people.</param>
/// <param name="TimeZone">IANA name of the dates' zone.</param>
/// <param name="Untrusted">Always true: the content comes from outside.</param>
/// <param name="Problems">Accounts that could not be asked.</param>
/// <param name="NextCursor">For the rest.</param>
public sealed record MailSearchResult(
    IReadOnlyList<MailHit>? Messages = null, string? TimeZone = null, bool Untrusted = true, IReadOnlyList<string>? Problems = null, string? NextCursor = null) : IToolResult
{
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var hit in Messages ?? [])
        {
            text.Append(hit.Date).Append(' ').Append(hit.From).Append(" -> ").Append(hit.To).Append('\n')
                .Append("  ").Append(hit.Subject).Append(" | ").Append(hit.Snippet).Append('\n')
                .Append("  id ").Append(hit.Id).Append(", thread ").Append(hit.ThreadId).Append(", ").Append(hit.Account).Append(", ").AppendJoin(' ', hit.Labels ?? []);
            text.Append(hit.HasAttachment is true ? ", attachment" : "").Append(", ").Append(hit.Size).Append(" bytes\n");
        }

        var found = Messages is { Count: > 0 } ? UntrustedText.Fence(text.ToString()) : "No message matches.";
        return found
            + string.Concat((Problems ?? []).Select(problem => "\n" + problem))
            + (TimeZone is null ? "" : $"\nTime zone: {TimeZone}")
            + (NextCursor is null ? "" : $"\nMore: cursor {NextCursor}");
    }
}

/// <remarks>Size: Bytes of the whole message.</remarks>
public sealed record MailHit(
    string? Id = null,
    string? ThreadId = null,
    string? Account = null,
    string? Date = null,
    string? From = null,
    string? To = null,
    string? Subject = null,
    string? Snippet = null,
    IReadOnlyList<string>? Labels = null,
    bool? Unread = null,
    bool? HasAttachment = null,
    int? Size = null);
