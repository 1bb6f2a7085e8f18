using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Calendar.Editing;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Gmail.Settings;
using Assistant.Tools.Google;
using Assistant.Tools.Undo;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar.Managing;

/// <summary>A calendar as it is named and shown; null leaves it as it is.</summary>
internal sealed record CalendarSpec(string Calendar, string? Name = null, string? Description = null, string? TimeZone = null, bool? Hidden = null, bool? Selected = null, string? Color = null);

/// <summary>A calendar that is to be deleted.</summary>
internal sealed record CalendarRef(string Calendar, string Name);

/// <summary>Makes, renames, shows, hides and deletes calendars.</summary>
internal sealed class CalendarDesk(GoogleAccounts accounts, EventLookup lookup, GoogleServices google, IChangeJournal journal, RepeatableAgreements agreements)
{
    public const string Edited = "calendar.edit";
    public const string Deleted = "calendar.delete";

    public async Task<ChangeResult> CreateAsync(string name, string? description, string? timeZone, string? account, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        if (string.IsNullOrWhiteSpace(name))
            throw new ToolFailure("bad_argument", "The argument 'name' must not be empty.");
        var wanted = new global::Google.Apis.Calendar.v3.Data.Calendar { Summary = name.Trim(), Description = description, TimeZone = timeZone is null ? null : CalendarTimes.Zone(timeZone, TimeZoneInfo.Utc).Id };
        var change = await journal.RecordAsync(new(owner.UserId, owner.Id, Edited, $"calendar made: {name}", null), cancellationToken);
        try
        {
            var made = await google.CalendarAsync(owner, "the new calendar", service => service.Calendars.Insert(wanted).ExecuteAsync(cancellationToken));
            return new($"The calendar '{name}' is made.", 1, made.Id, null, ["To take it back, delete it with calendar_delete_calendar."]);
        }
        catch (ToolFailure)
        {
            await journal.MarkUndoneAsync(owner.UserId, change, CancellationToken.None);
            throw;
        }
    }

    public async Task<ChangeResult> UpdateAsync(CalendarSpec wanted, string? account, CancellationToken cancellationToken)
    {
        var found = await lookup.CalendarAsync(account, wanted.Calendar, cancellationToken);
        var entry = found.Entry;
        if ((wanted.Name ?? wanted.Description ?? wanted.TimeZone) is not null && entry.AccessRole != "owner")
            throw new ToolFailure("not_owner", $"Only its owner can rename or describe the calendar '{CalendarDirectory.Name(entry)}'. Its color, and whether it is shown, can be changed.");
        var before = new CalendarSpec(
            found.Id, wanted.Name is null ? null : entry.Summary, wanted.Description is null ? null : entry.Description ?? "", wanted.TimeZone is null ? null : entry.TimeZone,
            wanted.Hidden is null ? null : entry.Hidden is true, wanted.Selected is null ? null : entry.Selected is true, wanted.Color is null ? null : entry.ColorId);
        var change = await journal.RecordAsync(
            new(found.Account.UserId, found.Account.Id, Edited, $"calendar changed: {CalendarDirectory.Name(entry)}", JsonSerializer.Serialize(before, ToolJson.Options)), cancellationToken);
        try
        {
            await ApplyAsync(found.Account, wanted with { Calendar = found.Id }, cancellationToken);
        }
        catch (ToolFailure failure) when (!failure.IsLostAnswer())
        {
            await journal.MarkUndoneAsync(found.Account.UserId, change, CancellationToken.None);
            throw;
        }

        return new($"The calendar '{wanted.Name ?? CalendarDirectory.Name(entry)}' is changed.", 1, found.Id, change);
    }

    public async Task ApplyAsync(GoogleAccount account, CalendarSpec wanted, CancellationToken cancellationToken)
    {
        var what = $"calendar {wanted.Calendar}";
        if ((wanted.Name ?? wanted.Description ?? wanted.TimeZone) is not null)
        {
            var body = new global::Google.Apis.Calendar.v3.Data.Calendar
            {
                Summary = wanted.Name,
                Description = wanted.Description,
                TimeZone = wanted.TimeZone is null ? null : CalendarTimes.Zone(wanted.TimeZone, TimeZoneInfo.Utc).Id,
            };
            await google.CalendarAsync(account, what, service => service.Calendars.Patch(body, wanted.Calendar).ExecuteAsync(cancellationToken));
        }

        if (wanted.Hidden is null && wanted.Selected is null && wanted.Color is null)
            return;
        var shown = new CalendarListEntry { Hidden = wanted.Hidden, Selected = wanted.Selected, ColorId = wanted.Color };
        await google.CalendarAsync(account, what, service => service.CalendarList.Patch(shown, wanted.Calendar).ExecuteAsync(cancellationToken));
    }

    public async Task<OutboxResult> DeleteAsync(string calendar, string? account, CancellationToken cancellationToken)
    {
        if (await agreements.AnsweredAsync(cancellationToken) is { } answered)
            return answered;
        var found = await lookup.CalendarAsync(account, calendar, cancellationToken);
        var name = CalendarDirectory.Name(found.Entry);
        if (found.Entry.Primary is true)
            throw new ToolFailure("primary_calendar", "The primary calendar of an account cannot be deleted.");
        if (found.Entry.AccessRole != "owner")
            throw new ToolFailure("not_owner", $"The calendar '{name}' belongs to somebody else: hide it with calendar_update_calendar.");
        return await agreements.AskAsync(
            new()
            {
                Kind = Deleted,
                Account = found.Account,
                Card = new(
                    "Delete this calendar with all of its events?",
                    [new("Account", $"{found.Account.Nickname} <{found.Account.Email}>"), new("Calendar", name), new("Id", found.Id)],
                    null,
                    ["It cannot be undone: its events are gone for good, for everybody who sees it."]),
                Payload = new SettingWork<CalendarRef>(new(found.Id, name)).ToJson(),
                AlwaysAsk = true,
            },
            cancellationToken);
    }
}

internal sealed class CalendarDeleteAction(GoogleServices google, IChangeJournal journal) : SettingAction<CalendarRef>(journal)
{
    public override string Kind => CalendarDesk.Deleted;

    protected override async Task<string?> LookAsync(GoogleAccount account, CalendarRef wanted, CancellationToken cancellationToken)
    {
        try
        {
            await google.CalendarAsync(account, $"calendar {wanted.Calendar}", service => service.Calendars.Get(wanted.Calendar).ExecuteAsync(cancellationToken));
            return null;
        }
        catch (ToolFailure gone) when (gone.Code == "not_found")
        {
            return $"The calendar '{wanted.Name}' is deleted.";
        }
    }

    protected override Task<(string Kind, string Summary, string? Undo)> IntentAsync(GoogleAccount account, CalendarRef wanted, CancellationToken cancellationToken) =>
        Task.FromResult<(string, string, string?)>((CalendarDesk.Deleted, $"calendar deleted: {wanted.Name}", null));

    protected override async Task<string> DoAsync(GoogleAccount account, CalendarRef wanted, CancellationToken cancellationToken)
    {
        await google.CalendarAsync(account, $"calendar {wanted.Calendar}", service => service.Calendars.Delete(wanted.Calendar).ExecuteAsync(cancellationToken));
        return $"The calendar '{wanted.Name}' is deleted.";
    }
}

/// <summary>A calendar gets its name, colour and place in the list back.</summary>
internal sealed class CalendarReversal(CalendarDesk desk) : IReversal
{
    public string Kind => CalendarDesk.Edited;

    public async Task<string> UndoAsync(GoogleAccount account, string undo, CancellationToken cancellationToken)
    {
        await desk.ApplyAsync(account, JsonSerializer.Deserialize<CalendarSpec>(undo, ToolJson.Options)!, cancellationToken);
        return "The calendar is as it was.";
    }
}
