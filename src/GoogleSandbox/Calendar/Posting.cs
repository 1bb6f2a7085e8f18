using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>Whom a change is mailed to: only who <c>sendUpdates</c> names; who is not told still sees it in their calendar.</summary>
internal sealed class Posting(CalendarState state)
{
    public void Tell(ApiCall call, ListEntry entry, string kind, JsonObject item, IEnumerable<string> people)
    {
        var told = Told(call, people.Where(email => email != entry.Calendar.Id && email != call.Person).Distinct());
        if (told.Count > 0)
            state.Notices.Add(new(kind, call.Person, entry.Calendar.Id, (string)item["id"]!, told, state.Now));
    }

    private List<string> Told(ApiCall call, IEnumerable<string> people) => (call.One("sendUpdates"), call.Flag("sendNotifications")) switch
    {
        ("all", _) or (null, true) => [.. people],
        ("externalOnly", _) => [.. people.Where(email => !state.IsPerson(email))],
        _ => [],
    };
}
