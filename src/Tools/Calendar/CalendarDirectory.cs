using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar;

/// <summary>Calendars of accounts.</summary>
internal sealed class CalendarDirectory(GoogleAccounts accounts, GoogleServices google)
{
    public async Task<CalendarList> ListAsync(string? account, CancellationToken cancellationToken)
    {
        var (answers, problems) = await Merged.AskAsync(await accounts.SeveralAsync(account, cancellationToken), async one =>
            (await AllAsync(one, cancellationToken)).Select(entry => new CalendarEntry(
                one.Nickname, entry.Id, Name(entry), entry.TimeZone, entry.AccessRole, entry.Primary is true ? true : null)).ToList());
        var entries = answers.SelectMany(list => list).ToList();
        return Budgeted.Items(ResultBudget.Characters(ResultBudget.MaxTokens), entries.Count, count => new CalendarList(
            [.. entries.Take(count)], Budgeted.Notes(problems, entries.Count - count)));
    }

    public async Task<IReadOnlyList<CalendarListEntry>> AllAsync(GoogleAccount account, CancellationToken cancellationToken)
    {
        var (all, token) = (new List<CalendarListEntry>(), (string?)null);
        do
        {
            var page = await google.CalendarAsync(account, "calendars", service =>
            {
                var request = service.CalendarList.List();
                (request.MaxResults, request.PageToken, request.ShowHidden) = (250, token, true);
                return request.ExecuteAsync(cancellationToken);
            });
            all.AddRange(page.Items ?? []);
            token = page.NextPageToken;
        }
        while (token is not null);
        return [.. all.OrderByDescending(entry => entry.Primary is true)];
    }

    /// <summary>Those of the account that were named by id or name; without names those that it shows.</summary>
    public async Task<IReadOnlyList<CalendarListEntry>> ChooseAsync(GoogleAccount account, IReadOnlyList<string>? names, CancellationToken cancellationToken)
    {
        var all = await AllAsync(account, cancellationToken);
        if (names is null or { Count: 0 })
            return [.. all.Where(entry => entry.Primary is true || entry.Selected is true)];
        return [.. all.Where(entry => names.Any(name => Is(entry, name)))];
    }

    public static bool Is(CalendarListEntry entry, string name) =>
        string.Equals(entry.Id, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Name(entry), name.Trim(), StringComparison.OrdinalIgnoreCase)
        || (entry.Primary is true && name.Equals("primary", StringComparison.OrdinalIgnoreCase));

    public static string Name(CalendarListEntry entry) => UntrustedText.Line(entry.SummaryOverride ?? entry.Summary);
}
