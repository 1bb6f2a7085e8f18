using System.Globalization;
using Assistant.Retrieval.Index;
using Assistant.TokenStore;

namespace Assistant.Tools.Conversations;

/// <summary>Keeps what was said findable, in an index of the user's own beside those of the accounts.</summary>
internal sealed class ConversationIndex(IConversationStore store, IndexShelf shelf)
{
    private const int Page = 200;

    /// <summary>Adds the messages that the index does not have yet: those just said, and those that a killed process left out.</summary>
    public async Task AddAsync(string userId, Conversation conversation, CancellationToken cancellationToken)
    {
        var index = await OpenAsync(userId, cancellationToken);
        var known = (await index.SourceIdsAsync(DocumentKind.Conversation, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        for (var from = 1; from <= conversation.Messages; from += Page)
        {
            if (Enumerable.Range(from, Math.Min(Page, conversation.Messages - from + 1)).All(number => known.Contains(SourceId(conversation.Id, number))))
                continue;
            var messages = await store.MessagesAsync(userId, conversation.Id, from, Page, cancellationToken);
            await index.AddAsync([.. messages.Where(message => !known.Contains(SourceId(conversation.Id, message.Number))).Select(message => Document(conversation, message))], null, cancellationToken);
        }

        await index.LearnAsync(complete: false, null, cancellationToken);
    }

    /// <summary>Its title is in every one of its documents.</summary>
    public async Task RenameAsync(string userId, Conversation conversation, CancellationToken cancellationToken)
    {
        await RemoveAsync(userId, conversation.Id, cancellationToken);
        await AddAsync(userId, conversation, cancellationToken);
    }

    public async Task RemoveAsync(string userId, string conversationId, CancellationToken cancellationToken)
    {
        var index = await OpenAsync(userId, cancellationToken);
        var ids = await index.SourceIdsAsync(DocumentKind.Conversation, cancellationToken);
        await index.RemoveAsync(
            [.. ids.Where(id => id.StartsWith($"{conversationId}/", StringComparison.Ordinal)).Select(id => new DocumentKey(DocumentKind.Conversation, id))], cancellationToken);
    }

    private Task<AccountIndex> OpenAsync(string userId, CancellationToken cancellationToken) => shelf.OpenAsync(userId, IndexShelf.OfUser(userId), cancellationToken);

    private static string SourceId(string conversationId, int number) => string.Create(CultureInfo.InvariantCulture, $"{conversationId}/{number}");

    private static IndexDocument Document(Conversation conversation, ConversationMessage message) => new(
        DocumentKind.Conversation,
        SourceId(conversation.Id, message.Number),
        conversation.Id,
        message.At,
        conversation.Title,
        message.Said.Text,
        [new Party(message.Said.Role)],
        [],
        [],
        HasAttachment: false);
}
