using Assistant.TokenStore.Store;

namespace Assistant.TokenStore.Encryption;

/// <summary>Seals small texts that leave the server and come back, such as a request's state: bound to the user and to what it is for.</summary>
public interface IUserSeal
{
    /// <exception cref="SealBrokenException">The user is gone.</exception>
    Task<byte[]> SealAsync(string userId, string purpose, string text, CancellationToken cancellationToken);

    /// <summary>The text, or null where it was altered, is another user's, or for something else.</summary>
    Task<string?> OpenAsync(string userId, string purpose, byte[] box, CancellationToken cancellationToken);
}

internal sealed class UserSeal(IDatabase database, DataKeys keys) : IUserSeal
{
    public async Task<byte[]> SealAsync(string userId, string purpose, string text, CancellationToken cancellationToken) =>
        keys.Seal(await KeyAsync(userId, cancellationToken).ConfigureAwait(false), System.Text.Encoding.UTF8.GetBytes(text), purpose);

    public async Task<string?> OpenAsync(string userId, string purpose, byte[] box, CancellationToken cancellationToken)
    {
        try
        {
            return System.Text.Encoding.UTF8.GetString(keys.Open(await KeyAsync(userId, cancellationToken).ConfigureAwait(false), box, purpose));
        }
        catch (SealBrokenException)
        {
            return null;
        }
    }

    private Task<WrappedKey> KeyAsync(string userId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.DataKeyOfAsync(userId), cancellationToken);
}
