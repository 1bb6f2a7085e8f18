namespace Assistant.Tools.Gmail.Organise;

/// <summary>Everyday words for changes of Gmail's own labels.</summary>
internal enum MailChange
{
    Archive,
    Inbox,
    Read,
    Unread,
    Star,
    Unstar,
    Important,
    NotImportant,
    Spam,
    NotSpam,
}
