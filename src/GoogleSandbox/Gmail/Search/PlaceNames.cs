namespace Assistant.GoogleSandbox.Gmail.Search;

/// <summary>Labels, folders and states by the names that queries use.</summary>
internal static class PlaceNames
{
    public static bool IsIn(SearchTarget target, string place) => place.ToLowerInvariant() switch
    {
        "anywhere" => true,
        "draft" or "drafts" => target.Message.Has("DRAFT"),
        "chats" => target.Message.Has("CHAT"),
        "archive" => !target.Message.Labels.Any(label => label is "INBOX" or "SENT" or "DRAFT" or "SPAM" or "TRASH"),
        _ => HasLabel(target, place),
    };

    public static bool Is(StoredMessage message, string state) => state.ToLowerInvariant() switch
    {
        "read" => !message.Has("UNREAD"),
        "draft" => message.Has("DRAFT"),
        "unread" or "starred" or "important" or "chat" or "sent" => message.Has(state.ToUpperInvariant()),
        _ => false,
    };

    public static bool IsOfCategory(StoredMessage message, string category) => category.ToLowerInvariant() switch
    {
        "primary" or "personal" => message.Has("CATEGORY_PERSONAL"),
        _ => message.Has("CATEGORY_" + category.ToUpperInvariant()),
    };

    /// <summary>A label by its name, where blanks and slashes may be written as hyphens, or by its id.</summary>
    public static bool HasLabel(SearchTarget target, string name)
    {
        var written = Plain(name);
        var message = target.Message;
        return target.Mailbox.Labels.Any(label => message.Has(label.Id) && (Plain(label.Name) == written || Plain(label.Id) == written));
    }

    private static string Plain(string name) => name.ToUpperInvariant().Replace(' ', '-').Replace('/', '-').Replace('_', '-');
}
