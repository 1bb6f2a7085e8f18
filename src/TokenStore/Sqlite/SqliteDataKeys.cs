using Assistant.TokenStore.Encryption;
using Microsoft.Data.Sqlite;

namespace Assistant.TokenStore.Sqlite;

internal static class SqliteDataKeys
{
    /// <exception cref="SealBrokenException">The user is gone.</exception>
    public static WrappedKey DataKeyOf(this SqliteConnection connection, string userId) =>
        connection.First("SELECT id, user_id, wrapped FROM data_keys WHERE user_id = $user", Read, ("$user", userId))
        ?? throw new SealBrokenException("The user is not there any more.");

    public static WrappedKey Read(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetBlob(2));
}
