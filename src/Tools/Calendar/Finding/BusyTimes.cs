using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Google;
using NodaTime;

namespace Assistant.Tools.Calendar.Finding;

/// <summary>Free/busy of the caller's accounts and of others, merged to blocks.</summary>
internal sealed class BusyReader(GoogleAccounts accounts, AccountZones zones, Availability availability, TimeSearch search)
{
    public async Task<BusyTimes> ReadAsync(string? min, string? max, IReadOnlyList<string>? addresses, string? timeZone, string? account, CancellationToken cancellationToken)
    {
        var own = await accounts.SeveralAsync(account, cancellationToken);
        var zone = CalendarTimes.Zone(timeZone, await zones.OfAsync(own[0], cancellationToken));
        var window = search.Window(min, max, zone);
        var (lists, problems) = addresses is { Count: > 0 }
            ? (await OthersAsync(), [])
            : await Merged.AskAsync(own, async one => new BusyCalendar(one.Nickname, Show(await availability.OwnAsync(one, window, cancellationToken), window, zone)));
        return Budgeted.Items(ResultBudget.Characters(null), lists.Count, count => new BusyTimes([.. lists.Take(count)], zone.Id, Budgeted.Notes(problems, lists.Count - count)));

        async Task<IReadOnlyList<BusyCalendar>> OthersAsync() => [.. (await availability.SeenAsync(own, [.. addresses.Distinct(StringComparer.OrdinalIgnoreCase)], window, cancellationToken))
            .Select(pair => new BusyCalendar(pair.Key, pair.Value is null ? null : Show(pair.Value, window, zone), pair.Value is null ? "cannot be seen" : null))];
    }

    private static IReadOnlyList<string> Show(IReadOnlyList<Busy> busy, Interval window, DateTimeZone zone) =>
    [
        .. Stretches.Merge(busy.Where(one => one.Kind is BusyKind.Busy or BusyKind.OutOfOffice or BusyKind.Focus)
                .Select(one => (Instant.Max(one.Start, window.Start), Instant.Min(one.End, window.End))))
            .Select(block => $"{Moments.Show(block.Start.ToDateTimeOffset(), zone)}/{Moments.Show(block.End.ToDateTimeOffset(), zone)}"),
    ];
}

/// <remarks>Calendars: Each with its busy times.</remarks>
public sealed record BusyTimes(IReadOnlyList<BusyCalendar>? Calendars = null, string? TimeZone = null, IReadOnlyList<string>? Problems = null) : IToolResult
{
    public string ToText() => string.Join('\n', (Calendars ?? []).Select(one => $"{one.Of}: {one.Problem ?? (one.Busy is { Count: > 0 } ? string.Join(", ", one.Busy) : "free")}"))
        + string.Concat((Problems ?? []).Select(problem => "\n" + problem)) + $"\nTime zone: {TimeZone}";
}

/// <remarks>
/// Of: Account or address.
/// Busy: Start and end with a slash between.
/// </remarks>
public sealed record BusyCalendar(string? Of = null, IReadOnlyList<string>? Busy = null, string? Problem = null);
