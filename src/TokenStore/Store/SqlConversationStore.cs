using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore.Store;

internal sealed class SqlConversationStore(IDatabase database, EntrySeal seal, TimeProvider time) : IConversationStore
{
    public const string Table = "conversations";

    private const string Columns = """
        SELECT c.id, c.title, c.created_at, c.used_at, c.messages, c.sealed_key, k.id, k.user_id, k.wrapped
        FROM conversations c JOIN data_keys k ON k.id = c.key_id
        """;

    public Task<Conversation> StartAsync(string userId, string title, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Full,
        async session =>
        {
            var (id, now) = (Ids.New(), Rounded(time.GetUtcNow()));
            var key = await session.DataKeyOfAsync(userId).ConfigureAwait(false);
            var (own, sealedKey) = seal.New(key, Table, id);
            await session.ExecuteAsync(
                "INSERT INTO conversations (id, user_id, key_id, sealed_key, title, created_at, used_at) VALUES ($id, $user, $key, $sealed, $title, $now, $now)",
                ("$id", id),
                ("$user", userId),
                ("$key", key.Id),
                ("$sealed", sealedKey),
                ("$title", EntrySeal.SealText(own, title, id, "title")),
                ("$now", now)).ConfigureAwait(false);
            CryptographicOperations.ZeroMemory(own);
            return new Conversation(id, title, now, now, 0);
        },
        cancellationToken);

    public Task<(Conversation Conversation, int First)?> AppendAsync(string userId, string id, IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken) =>
        database.WriteAsync<(Conversation, int)?>(
            Durability.Full,
            async session =>
            {
                // Counted by the row itself, so that two who add at once do not share a number.
                var now = Rounded(time.GetUtcNow());
                var count = await session.FirstAsync<long?>(
                    "UPDATE conversations SET messages = messages + $added, used_at = $now WHERE id = $id AND user_id = $user RETURNING messages",
                    row => row.GetInt64(0),
                    ("$added", messages.Count),
                    ("$now", now),
                    ("$id", id),
                    ("$user", userId)).ConfigureAwait(false);
                if (count is null)
                    return null;
                if (count > IConversationStore.MostMessages)
                    throw new ConversationFullException();
                var (conversation, key) = (await OpenAsync(session, userId, id).ConfigureAwait(false))!.Value;
                var first = (int)count.Value - messages.Count + 1;
                await session.ExecuteManyAsync(
                    "INSERT INTO conversation_messages (conversation_id, number, at, content) VALUES ($id, $number, $at, $content)",
                    ["$id", "$number", "$at", "$content"],
                    messages.Select((message, i) => new object?[] { id, first + i, now, EntrySeal.SealText(key, JsonSerializer.Serialize(message), id, $"message {first + i}") })).ConfigureAwait(false);
                CryptographicOperations.ZeroMemory(key);
                return (conversation, first);
            },
            cancellationToken);

    public Task<IReadOnlyList<Conversation>> ListAsync(string userId, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.ListAsync($"{Columns} WHERE c.user_id = $user ORDER BY c.used_at DESC, c.id", row => Read(row).Conversation, ("$user", userId)), cancellationToken);

    public Task<Conversation?> FindAsync(string userId, string id, CancellationToken cancellationToken) => database.ReadAsync(
        async session => (await OpenAsync(session, userId, id).ConfigureAwait(false))?.Conversation, cancellationToken);

    public Task<IReadOnlyList<ConversationMessage>> MessagesAsync(string userId, string id, int from, int limit, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ConversationMessage>>(
        async session =>
        {
            if (await OpenAsync(session, userId, id).ConfigureAwait(false) is not var (_, key))
                return [];
            return await session.ListAsync(
                "SELECT number, at, content FROM conversation_messages WHERE conversation_id = $id AND number >= $from ORDER BY number LIMIT $limit",
                row => new ConversationMessage(
                    row.GetInt32(0), row.GetTime(1), JsonSerializer.Deserialize<NewMessage>(EntrySeal.OpenText(key, row.GetBlob(2), id, $"message {row.GetInt32(0)}"))!),
                ("$id", id),
                ("$from", from),
                ("$limit", limit)).ConfigureAwait(false);
        },
        cancellationToken);

    public Task<bool> RenameAsync(string userId, string id, string title, CancellationToken cancellationToken) => database.WriteAsync(
        Durability.Full,
        async session => await OpenAsync(session, userId, id).ConfigureAwait(false) is var (_, key)
            && await session.ExecuteAsync(
                "UPDATE conversations SET title = $title, used_at = $now WHERE id = $id AND user_id = $user",
                ("$title", EntrySeal.SealText(key, title, id, "title")),
                ("$now", time.GetUtcNow()),
                ("$id", id),
                ("$user", userId)).ConfigureAwait(false) == 1,
        cancellationToken);

    public async Task<bool> DeleteAsync(string userId, string id, CancellationToken cancellationToken)
    {
        var deleted = await database.WriteAsync(
            Durability.Full,
            session => session.ExecuteAsync("DELETE FROM conversations WHERE id = $id AND user_id = $user", ("$id", id), ("$user", userId)),
            cancellationToken).ConfigureAwait(false);
        if (deleted > 0)
            await database.ForgetDeletedAsync(cancellationToken).ConfigureAwait(false);
        return deleted > 0;
    }

    public Task<IReadOnlyList<(string UserId, string Id)>> UnusedAsync(string? userId, DateTimeOffset since, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.ListAsync(
            $"SELECT user_id, id FROM conversations WHERE used_at < $since {(userId is null ? "" : "AND user_id = $user ")}ORDER BY used_at LIMIT 1000",
            row => (row.GetString(0), row.GetString(1)),
            userId is null ? [("$since", since)] : [("$since", since), ("$user", userId)]),
        cancellationToken);

    // As it is stored: a conversation is the same whether it was just made or read.
    private static DateTimeOffset Rounded(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    private Task<(Conversation Conversation, byte[] Key)?> OpenAsync(DbSession session, string userId, string id) =>
        session.FirstAsync<(Conversation, byte[])?>($"{Columns} WHERE c.id = $id AND c.user_id = $user", row => Read(row), ("$id", id), ("$user", userId));

    private (Conversation Conversation, byte[] Key) Read(DbDataReader row)
    {
        var id = row.GetString(0);
        var key = seal.Open(new WrappedKey(row.GetString(6), row.GetString(7), row.GetBlob(8)), Table, id, row.GetBlob(5));
        return (new(id, EntrySeal.OpenText(key, row.GetBlob(1), id, "title"), row.GetTime(2), row.GetTime(3), row.GetInt32(4)), key);
    }
}
