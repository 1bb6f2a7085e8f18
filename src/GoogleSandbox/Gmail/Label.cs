namespace Assistant.GoogleSandbox.Gmail;

/// <summary>A label. The id of a system label is its name, that of a user's is <c>Label_1</c>.</summary>
internal sealed record Label(string Id, string Name, bool IsUsers)
{
    public static IReadOnlyList<Label> System { get; } =
    [
        .. new[]
        {
            "INBOX", "SENT", "DRAFT", "SPAM", "TRASH", "UNREAD", "STARRED", "IMPORTANT", "CHAT",
            "CATEGORY_PERSONAL", "CATEGORY_SOCIAL", "CATEGORY_PROMOTIONS", "CATEGORY_UPDATES", "CATEGORY_FORUMS",
        }.Select(id => new Label(id, id, IsUsers: false)),
    ];
}
