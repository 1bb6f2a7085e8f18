using System.Text.Json;

namespace Assistant.TokenStore;

/// <summary>
/// What people and their models said, to be remembered in later conversations. Titles and messages are sealed under the user's key; every method takes the
/// owner, and somebody else's conversation answers like one that does not exist.
/// </summary>
public interface IConversationStore
{
    /// <summary>Messages of one conversation at most.</summary>
    const int MostMessages = 5_000;

    Task<Conversation> StartAsync(string userId, string title, CancellationToken cancellationToken);

    /// <returns>The conversation with the new messages counted, and the number of the first of them; null where there is no such conversation of this user.</returns>
    /// <exception cref="ConversationFullException">It would have more than <see cref="MostMessages"/>; nothing was added.</exception>
    Task<(Conversation Conversation, int First)?> AppendAsync(string userId, string id, IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken);

    /// <summary>The user's conversations, last used first.</summary>
    Task<IReadOnlyList<Conversation>> ListAsync(string userId, CancellationToken cancellationToken);

    Task<Conversation?> FindAsync(string userId, string id, CancellationToken cancellationToken);

    /// <summary>Messages in order, from a number on (the first is 1); empty where there is no such conversation of this user.</summary>
    Task<IReadOnlyList<ConversationMessage>> MessagesAsync(string userId, string id, int from, int limit, CancellationToken cancellationToken);

    Task<bool> RenameAsync(string userId, string id, string title, CancellationToken cancellationToken);

    Task<bool> DeleteAsync(string userId, string id, CancellationToken cancellationToken);

    /// <summary>What was not used since, of one user or of everybody (null). It is deleted one by one, after it is out of its user's index.</summary>
    Task<IReadOnlyList<(string UserId, string Id)>> UnusedAsync(string? userId, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <param name="Id">Random id.</param>
/// <param name="Title">What it is about.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="UsedAt">When something was last added or changed.</param>
/// <param name="Messages">How many there are.</param>
public sealed record Conversation(string Id, string Title, DateTimeOffset CreatedAt, DateTimeOffset UsedAt, int Messages);

/// <param name="Role">Who said it: user, assistant, system, tool.</param>
/// <param name="Text">What was said.</param>
/// <param name="Metadata">JSON of the caller's own, or null.</param>
public sealed record NewMessage(string Role, string Text, string? Metadata = null)
{
    public JsonElement? ReadMetadata() => Metadata is null ? null : JsonSerializer.Deserialize<JsonElement>(Metadata);
}

/// <param name="Number">Its place, from 1.</param>
/// <param name="At">When it was added.</param>
/// <param name="Said">What was said.</param>
public sealed record ConversationMessage(int Number, DateTimeOffset At, NewMessage Said);

/// <summary>No room for more messages.</summary>
public sealed class ConversationFullException() : Exception($"A conversation has at most {IConversationStore.MostMessages} messages: start another one.");
