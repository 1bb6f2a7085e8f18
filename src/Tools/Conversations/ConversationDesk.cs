using Assistant.Retrieval.Index;
using Assistant.TokenStore;
using Assistant.Tools.Google;

namespace Assistant.Tools.Conversations;

/// <summary>The caller's own conversations.</summary>
internal sealed class ConversationDesk(IConversationStore store, ConversationIndex index, ConversationExpiry expiry, CurrentCall call)
{
    private const int DefaultResults = 20;
    private const int LongestTitle = 200;

    private string UserId => call.Caller.UserId;

    private sealed record Position(int Skip);

    public async Task<ConversationResult> StartAsync(string title, IReadOnlyList<ConversationTurn>? messages, CancellationToken cancellationToken)
    {
        await expiry.PurgeAsync(UserId, cancellationToken);
        foreach (var message in messages ?? [])
            Message(message);
        var conversation = await store.StartAsync(UserId, Title(title), cancellationToken);
        return messages is { Count: > 0 } ? await AppendAsync(conversation.Id, messages, cancellationToken) : ConversationResult.Of(conversation);
    }

    /// <exception cref="ToolFailure">No such conversation, nothing said, or no room.</exception>
    public async Task<ConversationResult> AppendAsync(string id, IReadOnlyList<ConversationTurn> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
            throw new ToolFailure("bad_message", "Give at least one message.");
        try
        {
            var (conversation, _) = await store.AppendAsync(UserId, id, [.. messages.Select(Message)], cancellationToken) ?? throw Unknown(id);
            return ConversationResult.Of(conversation, await FindableAsync(() => index.AddAsync(UserId, conversation, cancellationToken)));
        }
        catch (ConversationFullException full)
        {
            throw new ToolFailure("conversation_full", full.Message, full);
        }
    }

    /// <exception cref="ToolFailure">The cursor belongs to another question.</exception>
    public async Task<ConversationList> ListAsync(string? title, int? maxResults, string? cursor, CancellationToken cancellationToken)
    {
        string?[] asked = ["conversation_list", title];
        var skip = Cursor.Read<Position>(call, cursor, asked)?.Skip ?? 0;
        await expiry.PurgeAsync(UserId, cancellationToken);
        var words = (title ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var all = (await store.ListAsync(UserId, cancellationToken))
            .Where(conversation => words.All(word => conversation.Title.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Skip(skip).ToList();
        var shown = all.Take(maxResults ?? DefaultResults).Select(conversation => ConversationResult.Of(conversation)).ToList();
        return Budgeted.Items(ResultBudget.Characters(null), shown.Count, count => new ConversationList(
            [.. shown.Take(count)], all.Count > count && count > 0 ? Cursor.Write(call, new Position(skip + count), asked) : null));
    }

    /// <exception cref="ToolFailure">No such conversation.</exception>
    public async Task<ConversationText> GetAsync(string id, int? from, int? maxTokens, CancellationToken cancellationToken)
    {
        var conversation = await store.FindAsync(UserId, id, cancellationToken) ?? throw Unknown(id);
        var first = Math.Max(1, from ?? 1);
        var messages = await store.MessagesAsync(UserId, id, first, 200, cancellationToken);
        var turns = messages.Select(message => new ConversationLine(
            message.Number, message.Said.Role, message.At.ToString("u", System.Globalization.CultureInfo.InvariantCulture), message.Said.Text, message.Said.ReadMetadata())).ToList();
        return Budgeted.Items(ResultBudget.Characters(maxTokens), turns.Count, count => new ConversationText(
            conversation.Id, conversation.Title, [.. turns.Take(count)], first + count <= conversation.Messages && count > 0 ? first + count : null));
    }

    /// <exception cref="ToolFailure">No such conversation.</exception>
    public async Task<ConversationResult> RenameAsync(string id, string title, CancellationToken cancellationToken)
    {
        if (!await store.RenameAsync(UserId, id, Title(title), cancellationToken) || await store.FindAsync(UserId, id, cancellationToken) is not { } conversation)
            throw Unknown(id);
        return ConversationResult.Of(conversation, await FindableAsync(() => index.RenameAsync(UserId, conversation, cancellationToken)));
    }

    /// <exception cref="ToolFailure">No such conversation.</exception>
    public async Task<ConversationGone> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        // First out of the index: what is gone from the store must not be found any more.
        if (!await FindableAsync(() => index.RemoveAsync(UserId, id, cancellationToken)))
            throw new ToolFailure("busy", "It could not be taken out of the search index, so it was not deleted: try again in a moment.");
        if (!await store.DeleteAsync(UserId, id, cancellationToken))
            throw Unknown(id);
        return new(id);
    }

    private static ToolFailure Unknown(string id) => new("not_found", $"You have no conversation '{UntrustedText.Line(id)}': conversation_list shows them.");

    private static string Title(string title) => UntrustedText.Line(title) is { Length: > 0 } line
        ? line.Length > LongestTitle ? line[..LongestTitle] : line
        : throw new ToolFailure("bad_title", "Give the conversation a title.");

    private static NewMessage Message(ConversationTurn turn)
    {
        if (string.IsNullOrWhiteSpace(turn.Text) || turn.Text.Length > ConversationTurn.LongestText)
            throw new ToolFailure("bad_message", $"A message needs a text of at most {ConversationTurn.LongestText} characters.");
        if (!ConversationTurn.Roles.Contains(turn.Role))
            throw new ToolFailure("bad_message", $"A message's role is one of {string.Join(", ", ConversationTurn.Roles)}.");
        return new(turn.Role, turn.Text, turn.Metadata?.GetRawText());
    }

    /// <summary>What is said is kept, also where it cannot be made findable at once; the next message tries again.</summary>
    private static async Task<bool> FindableAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception failure) when (failure is IndexDamagedException or StoreUnavailableException or IOException)
        {
            return false;
        }
    }
}
