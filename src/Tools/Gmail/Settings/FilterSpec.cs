using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>A filter, as it is proposed, journalled and made again.</summary>
internal sealed record FilterSpec
{
    public const string Created = "filter_created";
    public const string Deleted = "filter_deleted";

    public string? Id { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Subject { get; init; }

    public string? Query { get; init; }

    public string? NegatedQuery { get; init; }

    public bool HasAttachment { get; init; }

    public bool ExcludeChats { get; init; }

    /// <summary>Bytes.</summary>
    public int? Size { get; init; }

    public string? SizeComparison { get; init; }

    /// <summary>Label ids.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>Label ids.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>Where it forwards to: shown, and never made.</summary>
    public string? Forward { get; init; }

    public static FilterSpec Of(Filter filter) => new()
    {
        Id = filter.Id,
        From = Text(filter.Criteria?.From),
        To = Text(filter.Criteria?.To),
        Subject = Text(filter.Criteria?.Subject),
        Query = Text(filter.Criteria?.Query),
        NegatedQuery = Text(filter.Criteria?.NegatedQuery),
        HasAttachment = filter.Criteria?.HasAttachment is true,
        ExcludeChats = filter.Criteria?.ExcludeChats is true,
        Size = filter.Criteria?.Size is > 0 and var size ? size : null,
        SizeComparison = filter.Criteria?.Size is > 0 ? Text(filter.Criteria.SizeComparison) : null,
        Add = [.. filter.Action?.AddLabelIds ?? []],
        Remove = [.. filter.Action?.RemoveLabelIds ?? []],
        Forward = Text(filter.Action?.Forward),
    };

    /// <exception cref="ToolFailure">It forwards.</exception>
    public Filter ToFilter() => Forward is null
        ? new()
        {
            Criteria = new FilterCriteria
            {
                From = From,
                To = To,
                Subject = Subject,
                Query = Query,
                NegatedQuery = NegatedQuery,
                HasAttachment = HasAttachment ? true : null,
                ExcludeChats = ExcludeChats ? true : null,
                Size = Size,
                SizeComparison = SizeComparison,
            },
            Action = new() { AddLabelIds = Add.Count > 0 ? [.. Add] : null, RemoveLabelIds = Remove.Count > 0 ? [.. Remove] : null },
        }
        : throw new ToolFailure("forwarding", "A filter that forwards mail is not made by this server; set it up in Gmail's own settings.");

    /// <summary>Whether both do the same to the same mail.</summary>
    public bool Same(FilterSpec other) => Key() == other.Key();

    private string Key() => string.Join(
        '\n',
        new[]
        {
            From, To, Subject, Query, NegatedQuery, HasAttachment.ToString(), ExcludeChats.ToString(), $"{Size}", SizeComparison, Forward,
            string.Join(' ', Add.Order(StringComparer.Ordinal)), string.Join(' ', Remove.Order(StringComparer.Ordinal)),
        }.Select(part => (part ?? "").Trim().ToUpperInvariant()));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
