namespace Assistant.Tools.Conversations;

/// <param name="Kept">How long a conversation is kept after it was last used; null for ever.</param>
public sealed record ConversationSettings(TimeSpan? Kept = null);
