namespace Assistant.GoogleClients.Quota;

/// <summary>
/// What a call of each Gmail method costs, in quota units (https://developers.google.com/workspace/gmail/api/reference/quota).
/// </summary>
internal static class GmailMethods
{
    private static readonly (string Verb, string[] Path, string Id, int Units)[] Table =
    [
        Row("GET", "profile", "getProfile", 1),
        Row("POST", "watch", "watch", 100),
        Row("POST", "stop", "stop", 50),
        Row("GET", "history", "history.list", 2),
        Row("GET", "labels", "labels.list", 1),
        Row("GET", "labels/*", "labels.get", 1),
        Row("POST", "labels", "labels.create", 5),
        Row("PUT", "labels/*", "labels.update", 5),
        Row("PATCH", "labels/*", "labels.patch", 5),
        Row("DELETE", "labels/*", "labels.delete", 5),
        Row("GET", "messages", "messages.list", 5),
        Row("GET", "messages/*", "messages.get", 20),
        Row("GET", "messages/*/attachments/*", "messages.attachments.get", 5),
        Row("POST", "messages", "messages.insert", 25),
        Row("POST", "messages/import", "messages.import", 25),
        Row("POST", "messages/send", "messages.send", 100),
        Row("POST", "messages/batchModify", "messages.batchModify", 50),
        Row("POST", "messages/batchDelete", "messages.batchDelete", 50),
        Row("POST", "messages/*/modify", "messages.modify", 5),
        Row("POST", "messages/*/trash", "messages.trash", 5),
        Row("POST", "messages/*/untrash", "messages.untrash", 5),
        Row("DELETE", "messages/*", "messages.delete", 10),
        Row("GET", "threads", "threads.list", 10),
        Row("GET", "threads/*", "threads.get", 40),
        Row("POST", "threads/*/modify", "threads.modify", 10),
        Row("POST", "threads/*/trash", "threads.trash", 10),
        Row("POST", "threads/*/untrash", "threads.untrash", 10),
        Row("DELETE", "threads/*", "threads.delete", 20),
        Row("GET", "drafts", "drafts.list", 5),
        Row("GET", "drafts/*", "drafts.get", 20),
        Row("POST", "drafts", "drafts.create", 10),
        Row("POST", "drafts/send", "drafts.send", 100),
        Row("PUT", "drafts/*", "drafts.update", 15),
        Row("DELETE", "drafts/*", "drafts.delete", 10),
        Row("GET", "settings/sendAs", "settings.sendAs.list", 1),
        Row("PATCH", "settings/sendAs/*", "settings.sendAs.patch", 100),
        Row("GET", "settings/filters", "settings.filters.list", 1),
        Row("POST", "settings/filters", "settings.filters.create", 5),
        Row("DELETE", "settings/filters/*", "settings.filters.delete", 5),
        Row("GET", "settings/vacation", "settings.getVacation", 1),
        Row("PUT", "settings/vacation", "settings.updateVacation", 5),
    ];

    /// <summary>The method of a path without its gmail/v1/, or null.</summary>
    public static (string Id, int Units)? Find(string verb, string path)
    {
        var segments = path.Split('/');
        foreach (var row in Table)
        {
            if (row.Verb == verb && Fits(row.Path, segments))
                return (row.Id, row.Units);
        }

        return null;
    }

    private static (string, string[], string, int) Row(string verb, string path, string id, int units) =>
        (verb, ["users", "*", .. path.Split('/')], $"users.{id}", units);

    private static bool Fits(string[] template, string[] segments) =>
        template.Length == segments.Length && template.Zip(segments).All(pair => pair.First == "*" || pair.First == pair.Second);
}
