using System.Security.Cryptography;

namespace Assistant.TokenStore.Encryption;

/// <summary>A user's data key as it is stored: useless without the ring.</summary>
internal sealed record WrappedKey(string Id, string UserId, byte[] Wrapped);

/// <summary>Makes and uses the random key of each user. No opened key is kept: erasing the row is the end of it.</summary>
internal sealed class DataKeys(KeyRing ring)
{
    public WrappedKey New(string userId)
    {
        var key = RandomNumberGenerator.GetBytes(SealedBox.KeyBytes);
        try
        {
            return new WrappedKey(Ids.New(), userId, ring.Wrap(key, userId));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public byte[] Seal(WrappedKey key, byte[] content, string place) => With(key, opened => SealedBox.Seal(opened, content, Place(key, place)));

    /// <exception cref="SealBrokenException">Altered, moved, or the key is gone.</exception>
    public byte[] Open(WrappedKey key, byte[] box, string place) => With(key, opened => SealedBox.Open(opened, box, Place(key, place)));

    /// <summary>The same data key under the ring's newest key.</summary>
    public WrappedKey Rewrap(WrappedKey key) => With(key, opened => key with { Wrapped = ring.Wrap(opened, key.UserId) });

    private static string Place(WrappedKey key, string place) => $"user {key.UserId} key {key.Id} {place}";

    private T With<T>(WrappedKey key, Func<byte[], T> use)
    {
        byte[]? opened = null;
        try
        {
            opened = ring.Unwrap(key.Wrapped, key.UserId);
            return use(opened);
        }
        catch (CryptographicException failure)
        {
            throw new SealBrokenException(
                "Sealed data of a user did not open: it was altered or moved, or its key is gone. "
                + "Restore the database from a backup, or log in again.",
                failure);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(opened);
        }
    }
}
