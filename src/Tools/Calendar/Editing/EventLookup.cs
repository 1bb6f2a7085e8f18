using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Calendar.v3.Data;
using NodaTime;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>A calendar of one of the caller's accounts.</summary>
/// <param name="Account">The account.</param>
/// <param name="Entry">How the account has it in its list.</param>
/// <param name="Zone">The person's zone.</param>
internal sealed record OwnCalendar(GoogleAccount Account, CalendarListEntry Entry, TimeZoneInfo Zone)
{
    public string Id => Entry.Id;

    public bool MayWrite => Entry.AccessRole is "owner" or "writer";

    /// <summary>In which all-day events of it begin.</summary>
    public DateTimeZone Days => DateTimeZoneProviders.Tzdb.GetZoneOrNull(Entry.TimeZone ?? "") ?? DateTimeZoneProviders.Tzdb[Time.TimeZones.IanaName(Zone)];
}

/// <summary>Finds the calendar or event that a call is about, in the account that has it.</summary>
internal sealed class EventLookup(GoogleAccounts accounts, CalendarDirectory directory, AccountZones zones, EventRunner events)
{
    /// <exception cref="ToolFailure">There is none, several, or it must not be written to.</exception>
    public async Task<OwnCalendar> WritableAsync(string? account, string? calendar, CancellationToken cancellationToken)
    {
        var found = await CalendarAsync(account, calendar, cancellationToken);
        return found.MayWrite
            ? found
            : throw new ToolFailure("read_only_calendar", $"The calendar '{CalendarDirectory.Name(found.Entry)}' can only be read. calendar_list shows which can be written to.");
    }

    /// <summary>The named one, in whichever account has it; without a name the primary one of the account.</summary>
    public async Task<OwnCalendar> CalendarAsync(string? account, string? calendar, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(calendar) || calendar.Equals("primary", StringComparison.OrdinalIgnoreCase))
        {
            var one = await accounts.OneAsync(account, cancellationToken);
            var all = await directory.AllAsync(one, cancellationToken);
            return new(one, all.FirstOrDefault(entry => entry.Primary is true) ?? new CalendarListEntry { Id = "primary", AccessRole = "owner" }, await zones.OfAsync(one, cancellationToken));
        }

        var found = new List<OwnCalendar>();
        foreach (var one in await accounts.SeveralAsync(account, cancellationToken))
        {
            foreach (var entry in (await directory.AllAsync(one, cancellationToken)).Where(entry => CalendarDirectory.Is(entry, calendar)))
                found.Add(new(one, entry, await zones.OfAsync(one, cancellationToken)));
        }

        // Shared with the other account: the one that may write is meant.
        if (found.Count > 1 && found.Where(one => one.MayWrite).ToList() is [var writable])
            return writable;
        return found.Count switch
        {
            0 => throw new ToolFailure("unknown_calendar", $"There is no calendar '{calendar}'. calendar_list shows them."),
            1 => found[0],
            _ => throw new ToolFailure("account_needed", $"Several calendars are called '{calendar}': give its id, and 'account' ({string.Join(", ", found.Select(one => one.Account.Nickname).Distinct())})."),
        };
    }

    /// <summary>The event, in the account that has it: its own where it is in several.</summary>
    public async Task<(OwnCalendar Calendar, Event Item)> EventAsync(string? account, string? calendar, string eventId, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(calendar))
        {
            var named = await CalendarAsync(account, calendar, cancellationToken);
            return (named, await events.TryGetAsync(named.Account, named.Id, eventId, cancellationToken) is { Status: not "cancelled" } item
                ? item
                : throw GoogleFailures.NotFound(named.Account.Nickname, $"event {eventId}"));
        }

        var found = new List<(OwnCalendar Calendar, Event Item)>();
        var several = await accounts.SeveralAsync(account, cancellationToken);
        foreach (var one in several)
        {
            if (await events.TryGetAsync(one, "primary", eventId, cancellationToken) is { Status: not "cancelled" } item)
                found.Add((await CalendarAsync(one.Nickname, null, cancellationToken), item));
        }

        if (found.Count > 1 && found.Where(one => one.Item.Organizer?.Self is true).ToList() is [var own])
            return own;
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ToolFailure("not_found", $"There is no event {eventId} in the primary calendar of {string.Join(", ", several.Select(one => one.Nickname))}. Give its 'calendar' too."),
            _ => throw new ToolFailure("account_needed", $"This event is in several accounts: say which with 'account' ({string.Join(", ", found.Select(one => one.Calendar.Account.Nickname))})."),
        };
    }
}
