using System.Text.Json;

namespace Assistant.Tools.Search;

/// <summary>How far the filling of an index is; kept in the index, so that it goes on after a kill.</summary>
/// <param name="HistoryId">Gmail's history up to which changes are in the index; taken before the first page was read.</param>
/// <param name="PageToken">The next page of the pass through all mail that is under way.</param>
/// <param name="IsMailComplete">Whether all mail was read once.</param>
/// <param name="SyncTokens">Calendar's token for what changed since, by calendar.</param>
/// <param name="At">When it was last up to date.</param>
/// <param name="PassFrom">The first document that this pass may have added: mail that is older in the index when the pass ends was not seen by it.</param>
/// <param name="Seen">Mails that this pass has looked at.</param>
/// <param name="Total">Mails of the mailbox when this pass began, as Gmail reckons.</param>
/// <param name="Excluded">What was left out when this pass began.</param>
internal sealed record IndexProgress(
    ulong? HistoryId = null,
    string? PageToken = null,
    bool IsMailComplete = false,
    IReadOnlyDictionary<string, string>? SyncTokens = null,
    DateTimeOffset? At = null,
    int PassFrom = 0,
    int Seen = 0,
    int? Total = null,
    string Excluded = "")
{
    public static IndexProgress Read(string text) => text.Length == 0 ? new() : JsonSerializer.Deserialize<IndexProgress>(text) ?? new();

    public string Write() => JsonSerializer.Serialize(this);
}
