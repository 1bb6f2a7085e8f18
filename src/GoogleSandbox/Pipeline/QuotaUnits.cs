namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>What a call costs: Gmail API reference, "Usage limits"; every Calendar call counts as one request.</summary>
internal static class QuotaUnits
{
    public static int Of(string methodId) => methodId switch
    {
        "gmail.users.getProfile" or "gmail.users.labels.list" or "gmail.users.labels.get" => 1,
        "gmail.users.history.list" => 2,
        "gmail.users.messages.get" => 20,
        "gmail.users.threads.get" => 40,
        "gmail.users.messages.send" or "gmail.users.drafts.send" or "gmail.users.watch" => 100,
        "gmail.users.messages.batchModify" or "gmail.users.messages.batchDelete" or "gmail.users.stop" => 50,
        "gmail.users.messages.insert" or "gmail.users.messages.import" => 25,
        "gmail.users.messages.delete" or "gmail.users.drafts.create" or "gmail.users.drafts.delete" => 10,
        "gmail.users.threads.list" or "gmail.users.threads.modify" or "gmail.users.threads.trash" or "gmail.users.threads.untrash" => 10,
        "gmail.users.threads.delete" => 20,
        "gmail.users.drafts.update" => 15,
        _ when methodId.StartsWith("gmail.users.settings.", StringComparison.Ordinal) => Setting(methodId),
        _ when methodId.StartsWith("gmail.", StringComparison.Ordinal) => 5,
        _ => 1,
    };

    private static int Setting(string methodId)
        => methodId.EndsWith(".list", StringComparison.Ordinal) || methodId.Contains(".get", StringComparison.Ordinal) ? 1 : 5;
}
