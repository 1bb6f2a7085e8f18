using System.Globalization;
using Assistant.TokenStore;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>Says what a filter does in words that a person understands.</summary>
internal sealed class FilterWords(LabelNames names)
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Which mail it is about.</summary>
    public static string When(FilterSpec filter) => string.Join(", ", new (string? Value, string Words)[]
    {
        (filter.From, $"from {filter.From}"),
        (filter.To, $"to {filter.To}"),
        (filter.Subject, $"subject has '{filter.Subject}'"),
        (filter.Query, $"matches '{filter.Query}'"),
        (filter.NegatedQuery, $"does not match '{filter.NegatedQuery}'"),
        (filter.HasAttachment ? "" : null, "has an attachment"),
        (filter.Size is null ? null : "", $"{filter.SizeComparison ?? "larger"} than {Size(filter.Size ?? 0)}"),
        (filter.ExcludeChats ? "" : null, "no chats"),
    }.Where(part => part.Value is not null).Select(part => UntrustedText.Line(part.Words)));

    /// <summary>What it does with it.</summary>
    public async Task<string> ThenAsync(GoogleAccount account, FilterSpec filter, CancellationToken cancellationToken)
    {
        var steps = new List<string>();
        foreach (var label in filter.Add)
            steps.Add(await AddedAsync(account, label, cancellationToken));
        foreach (var label in filter.Remove)
            steps.Add(await RemovedAsync(account, label, cancellationToken));
        if (filter.Forward is not null)
            steps.Add($"forward to {UntrustedText.Line(filter.Forward)}");
        return string.Join(", ", steps);
    }

    private static string Size(int bytes) => bytes >= Megabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Megabyte:0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");

    private async Task<string> AddedAsync(GoogleAccount account, string label, CancellationToken cancellationToken) => label switch
    {
        "STARRED" => "star",
        "IMPORTANT" => "mark as important",
        "TRASH" => "move to the trash",
        _ => $"label '{await NameAsync(account, label, cancellationToken)}'",
    };

    private async Task<string> RemovedAsync(GoogleAccount account, string label, CancellationToken cancellationToken) => label switch
    {
        "INBOX" => "archive",
        "UNREAD" => "mark as read",
        "SPAM" => "never to spam",
        "IMPORTANT" => "mark as not important",
        _ => $"remove label '{await NameAsync(account, label, cancellationToken)}'",
    };

    private async Task<string> NameAsync(GoogleAccount account, string label, CancellationToken cancellationToken) =>
        (await names.NamesAsync(account, [label], cancellationToken))[0];
}
