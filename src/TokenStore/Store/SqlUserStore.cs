using System.Data.Common;
using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore.Store;

internal sealed class SqlUserStore(IDatabase database, DataKeys keys, TimeProvider time) : IUserStore
{
    private const string Columns = "SELECT id, name, created_at FROM users ";

    public Task<IReadOnlyList<User>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<User>>(session => session.ListAsync(Columns + "ORDER BY lower(name)", User), cancellationToken);

    public Task<User?> FindAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FirstAsync(Columns + "WHERE lower(name) = lower($name)", User, ("$name", name)), cancellationToken);

    public async Task<User> AddAsync(string name, CancellationToken cancellationToken)
    {
        if (name.Length is 0 or > 64 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_'))
            throw new ArgumentException("A user name has 1 to 64 letters, digits, '.', '-' or '_'.", nameof(name));
        var user = new User(Ids.New(), name, Ids.Milliseconds(time.GetUtcNow()));
        var key = keys.New(user.Id);
        try
        {
            return await database.WriteAsync(Durability.Full, session => WriteAsync(session, user, key), cancellationToken).ConfigureAwait(false);
        }
        catch (ConstraintException failure)
        {
            throw new ArgumentException($"There is a user named '{name}' already.", nameof(name), failure);
        }
    }

    public async Task<bool> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var removed = await database.WriteAsync(
            Durability.Full,
            async session => await session.ExecuteAsync("DELETE FROM users WHERE lower(name) = lower($name)", ("$name", name)).ConfigureAwait(false) > 0,
            cancellationToken).ConfigureAwait(false);
        if (removed)
            await database.ForgetDeletedAsync(cancellationToken).ConfigureAwait(false);
        return removed;
    }

    private static async Task<User> WriteAsync(DbSession session, User user, WrappedKey key)
    {
        await session.ExecuteAsync(
            "INSERT INTO users (id, name, created_at) VALUES ($id, $name, $at)", ("$id", user.Id), ("$name", user.Name), ("$at", user.CreatedAt)).ConfigureAwait(false);
        await session.ExecuteAsync(
            "INSERT INTO data_keys (id, user_id, wrapped, created_at) VALUES ($key, $id, $wrapped, $at)",
            ("$key", key.Id),
            ("$id", user.Id),
            ("$wrapped", key.Wrapped),
            ("$at", user.CreatedAt)).ConfigureAwait(false);
        return user;
    }

    private static User User(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetTime(2));
}
