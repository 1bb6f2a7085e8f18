using System.Data.Common;
using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore.Store;

internal static class DataKeyRows
{
    /// <exception cref="SealBrokenException">The user is gone.</exception>
    public static async Task<WrappedKey> DataKeyOfAsync(this DbSession session, string userId) =>
        await session.FirstAsync("SELECT id, user_id, wrapped FROM data_keys WHERE user_id = $user", Read, ("$user", userId)).ConfigureAwait(false)
        ?? throw new SealBrokenException("The user is not there any more.");

    public static WrappedKey Read(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetBlob(2));
}
