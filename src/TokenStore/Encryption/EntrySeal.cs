using System.Security.Cryptography;

namespace Assistant.TokenStore.Encryption;

/// <summary>
/// Seals one row's content under a random key of its own, which is sealed under the user's data key: a new data key means sealing 32 bytes again, and
/// erasing the user's key still is the end of all of it.
/// </summary>
internal sealed class EntrySeal(DataKeys keys)
{
    /// <param name="key">The user's data key.</param>
    /// <param name="table">Where the row is.</param>
    /// <param name="id">Its id.</param>
    /// <returns>The key to seal content with, and as it is stored.</returns>
    public (byte[] Key, byte[] SealedKey) New(WrappedKey key, string table, string id)
    {
        var own = RandomNumberGenerator.GetBytes(SealedBox.KeyBytes);
        return (own, keys.Seal(key, own, Place(table, id)));
    }

    /// <exception cref="SealBrokenException">Altered, moved, or the user's key is gone.</exception>
    public byte[] Open(WrappedKey key, string table, string id, byte[] sealedKey) => keys.Open(key, sealedKey, Place(table, id));

    /// <summary>The key of a row that is this user's, or null where there is none.</summary>
    /// <exception cref="SealBrokenException">Altered, moved, or the user's key is gone.</exception>
    public Task<byte[]?> KeyOfAsync(DbSession session, string table, string id, string userId) => session.FirstAsync(
        $"SELECT s.sealed_key, k.id, k.user_id, k.wrapped FROM {table} s JOIN data_keys k ON k.id = s.key_id WHERE s.id = $id AND s.user_id = $user",
        row => Open(new WrappedKey(row.GetString(1), row.GetString(2), row.GetBlob(3)), table, id, row.GetBlob(0)),
        ("$id", id),
        ("$user", userId));

    /// <summary>The same key of the row under another data key.</summary>
    public byte[] Reseal(WrappedKey old, WrappedKey next, string table, string id, byte[] sealedKey) =>
        keys.Seal(next, keys.Open(old, sealedKey, Place(table, id)), Place(table, id));

    public static byte[] SealText(byte[] key, string text, string id, string column) => SealedBox.Seal(key, System.Text.Encoding.UTF8.GetBytes(text), $"{id} {column}");

    /// <exception cref="SealBrokenException">Altered or moved.</exception>
    public static string OpenText(byte[] key, byte[] box, string id, string column) => System.Text.Encoding.UTF8.GetString(OpenBytes(key, box, id, column));

    /// <exception cref="SealBrokenException">Altered or moved.</exception>
    public static byte[] OpenBytes(byte[] key, byte[] box, string id, string column)
    {
        try
        {
            return SealedBox.Open(key, box, $"{id} {column}");
        }
        catch (CryptographicException failure)
        {
            throw new SealBrokenException("An entry of the outbox or the journal did not open: it was altered or moved. Restore the database from a backup.", failure);
        }
    }

    private static string Place(string table, string id) => $"{table} {id}";
}
