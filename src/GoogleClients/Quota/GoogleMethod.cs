namespace Assistant.GoogleClients.Quota;

/// <summary>A method of Google's by its id, such as gmail.users.messages.get, and the quota units that a call of it costs.</summary>
internal readonly record struct GoogleMethod(GoogleApi Api, string Id, int Units)
{
    /// <summary>Recognised by verb and path; an unknown method gets the name of its API and a middling price.</summary>
    public static GoogleMethod Of(HttpRequestMessage request)
    {
        var path = request.RequestUri?.AbsolutePath ?? "";
        if (After(path, "/gmail/v1/") is { } gmail)
        {
            var (id, units) = GmailMethods.Find(request.Method.Method, gmail) ?? ("", 10);
            return new(GoogleApi.Gmail, id.Length == 0 ? "gmail" : $"gmail.{id}", units);
        }

        return After(path, "/calendar/v3/") is { } calendar
            ? new(GoogleApi.Calendar, $"calendar.{Resource(calendar)}", 1)
            : new(GoogleApi.Other, "oauth", 0);
    }

    /// <summary>Calendar counts requests, so the resource is all that is worth naming; ids (mail addresses, often) stay out of logs.</summary>
    private static string Resource(string path) => path.Split('/') switch
    {
        ["freeBusy"] => "freebusy",
        ["colors"] => "colors",
        ["users", "me", "calendarList", ..] => "calendarList",
        ["users", "me", "settings", ..] => "settings",
        ["calendars", _, "events", ..] => "events",
        ["calendars", _, "acl", ..] => "acl",
        ["calendars", ..] => "calendars",
        _ => "other",
    };

    private static string? After(string path, string root)
    {
        var at = path.IndexOf(root, StringComparison.Ordinal);
        return at < 0 ? null : path[(at + root.Length)..];
    }
}
