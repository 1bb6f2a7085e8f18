using Assistant.TokenStore.Encryption;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assistant.TokenStore.Sqlite;

internal sealed class SqliteUserStore(SqliteDatabase database, DataKeys keys, TimeProvider time) : IUserStore
{
    private const string Columns = "SELECT id, name, created_at FROM users ";

    public Task<IReadOnlyList<User>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<User>>(connection => connection.List(Columns + "ORDER BY name", User), cancellationToken);

    public Task<User?> FindAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.First(Columns + "WHERE name = $name", User, ("$name", name)), cancellationToken);

    public async Task<User> AddAsync(string name, CancellationToken cancellationToken)
    {
        if (name.Length is 0 or > 64 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_'))
            throw new ArgumentException("A user name has 1 to 64 letters, digits, '.', '-' or '_'.", nameof(name));
        var user = new User(Ids.New(), name, Ids.Milliseconds(time.GetUtcNow()));
        var key = keys.New(user.Id);
        try
        {
            return await database.WriteAsync(Durability.Full, connection => Write(connection, user, key), cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == raw.SQLITE_CONSTRAINT)
        {
            throw new ArgumentException($"There is a user named '{name}' already.", nameof(name), failure);
        }
    }

    public async Task<bool> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var removed = await database.WriteAsync(
            Durability.Full,
            connection => connection.Execute("DELETE FROM users WHERE name = $name", ("$name", name)) > 0,
            cancellationToken).ConfigureAwait(false);
        if (removed)
            await ForgetAsync(cancellationToken).ConfigureAwait(false);
        return removed;
    }

    /// <summary>Takes what was deleted out of the write-ahead log too; a reader at work postpones that, which is no failure.</summary>
    private Task<int> ForgetAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.Execute(
            $"PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout={database.BusyMilliseconds}"), cancellationToken);

    private static User Write(SqliteConnection connection, User user, WrappedKey key)
    {
        connection.Execute(
            "INSERT INTO users (id, name, created_at) VALUES ($id, $name, $at)", ("$id", user.Id), ("$name", user.Name), ("$at", user.CreatedAt));
        connection.Execute(
            "INSERT INTO data_keys (id, user_id, wrapped, created_at) VALUES ($key, $id, $wrapped, $at)",
            ("$key", key.Id),
            ("$id", user.Id),
            ("$wrapped", key.Wrapped),
            ("$at", user.CreatedAt));
        return user;
    }

    private static User User(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetTime(2));
}
