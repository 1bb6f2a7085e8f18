using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>Calendar v3. One lock: answers see one state, changes happen between them.</summary>
internal sealed class CalendarApi : IApi
{
    private readonly CalendarState _state;
    private readonly Dictionary<string, Func<ApiCall, JsonObject>> _methods;

    public CalendarApi(SeedWorld world, TimeProvider time)
    {
        _state = new CalendarState(world, time);
        var lists = new CalendarLists(_state);
        var events = new EventReader(_state);
        var settings = new UserSettings(_state);
        var writer = new EventWriter(_state, new Guests(_state), new Posting(_state));
        var calendars = new CalendarWriter(_state);
        var sharing = new Sharing(_state);
        _methods = new Dictionary<string, Func<ApiCall, JsonObject>>(StringComparer.Ordinal)
        {
            ["calendar.calendarList.list"] = lists.List,
            ["calendar.calendarList.get"] = lists.Get,
            ["calendar.calendars.get"] = lists.GetCalendar,
            ["calendar.events.list"] = events.List,
            ["calendar.events.get"] = events.Get,
            ["calendar.events.instances"] = events.Instances,
            ["calendar.events.insert"] = writer.Insert,
            ["calendar.events.import"] = writer.Import,
            ["calendar.events.quickAdd"] = writer.QuickAdd,
            ["calendar.events.update"] = writer.Update,
            ["calendar.events.patch"] = writer.Patch,
            ["calendar.events.delete"] = writer.Delete,
            ["calendar.events.move"] = writer.Move,
            ["calendar.calendars.insert"] = calendars.Insert,
            ["calendar.calendars.patch"] = calendars.Change,
            ["calendar.calendars.update"] = calendars.Change,
            ["calendar.calendars.delete"] = calendars.Delete,
            ["calendar.calendarList.insert"] = calendars.List,
            ["calendar.calendarList.patch"] = calendars.ChangeEntry,
            ["calendar.calendarList.update"] = calendars.ChangeEntry,
            ["calendar.calendarList.delete"] = calendars.Unlist,
            ["calendar.acl.list"] = sharing.List,
            ["calendar.acl.get"] = sharing.Get,
            ["calendar.acl.insert"] = sharing.Insert,
            ["calendar.acl.patch"] = sharing.Change,
            ["calendar.acl.update"] = sharing.Change,
            ["calendar.acl.delete"] = sharing.Delete,
            ["calendar.freebusy.query"] = new FreeBusy(_state, events).Query,
            ["calendar.settings.list"] = settings.List,
            ["calendar.settings.get"] = settings.Get,
            ["calendar.colors.get"] = _ => Palette.ToJson(),
        };
    }

    /// <summary>The methods that it serves, by their ids in Google's description.</summary>
    public IReadOnlyCollection<string> Methods => _methods.Keys;

    /// <summary>What was mailed to people so far, in order.</summary>
    public IReadOnlyList<SandboxNotice> Notices
    {
        get
        {
            lock (_state.Gate)
                return [.. _state.Notices];
        }
    }

    public JsonObject Answer(ApiCall call)
    {
        if (!_methods.TryGetValue(call.Method, out var method))
            throw new ApiException(501, "notImplemented", $"The sandbox does not serve {call.Method} yet.");
        lock (_state.Gate)
            return method(call);
    }

    /// <summary>
    /// Adds an event, or replaces the one with its id, as if somebody had done it elsewhere. It has at least <c>id</c>, <c>start</c>
    /// and <c>end</c>; an exception names its series and original start.
    /// </summary>
    public void Put(string calendarId, JsonObject item)
    {
        lock (_state.Gate)
        {
            var changed = (JsonObject)item.DeepClone();
            changed["updated"] = EventDefaults.Milliseconds(_state.Now);
            _state.Put(_state.Calendar(calendarId), changed);
        }
    }

    /// <summary>Cancels an event, a whole series, or one instance by its id.</summary>
    /// <exception cref="ApiException">404: no such event.</exception>
    public void Cancel(string calendarId, string eventId)
    {
        lock (_state.Gate)
        {
            var calendar = _state.Calendar(calendarId);
            var json = (JsonObject)(calendar.FindOrExpand(eventId) ?? throw CalendarState.NotFound()).Json.DeepClone();
            json["status"] = "cancelled";
            json["updated"] = EventDefaults.Milliseconds(_state.Now);
            _state.Put(calendar, json);
        }
    }

    /// <summary>An event or instance as it is kept, or null.</summary>
    public JsonObject? Find(string calendarId, string eventId)
    {
        lock (_state.Gate)
            return (JsonObject?)_state.TryCalendar(calendarId)?.FindOrExpand(eventId)?.Json.DeepClone();
    }

    /// <summary>Makes every sync token stale: the next use answers 410.</summary>
    public void ForgetChanges()
    {
        lock (_state.Gate)
            _state.ForgetChanges();
    }
}
