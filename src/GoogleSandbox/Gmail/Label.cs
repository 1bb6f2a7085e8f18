namespace Assistant.GoogleSandbox.Gmail;

/// <summary>A label. The id of a system label is its name, that of a user's is <c>Label_1</c>.</summary>
internal sealed record Label(string Id, string Name, bool IsUsers)
{
    /// <summary>What a client may neither add nor remove.</summary>
    private static readonly HashSet<string> Fixed = ["SENT", "DRAFT", "CHAT"];

    public static IReadOnlyList<Label> System { get; } =
    [
        .. new[]
        {
            "INBOX", "SENT", "DRAFT", "SPAM", "TRASH", "UNREAD", "STARRED", "IMPORTANT", "CHAT",
            "CATEGORY_PERSONAL", "CATEGORY_SOCIAL", "CATEGORY_PROMOTIONS", "CATEGORY_UPDATES", "CATEGORY_FORUMS",
        }.Select(id => new Label(id, id, IsUsers: false)),
    ];

    public bool IsFixed => Fixed.Contains(Id);

    public string MessageListVisibility { get; init; } = "show";

    public string LabelListVisibility { get; init; } = "labelShow";

    /// <summary>From Gmail's palette.</summary>
    public (string Text, string Background)? Color { get; init; }
}
