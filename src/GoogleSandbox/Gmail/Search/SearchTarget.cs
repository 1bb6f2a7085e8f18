namespace Assistant.GoogleSandbox.Gmail.Search;

/// <summary>What a query is tested on: a message, and whose mailbox it is in.</summary>
internal readonly record struct SearchTarget(StoredMessage Message, Mailbox Mailbox)
{
    public SearchDocument Text => Message.Content.Search;
}
