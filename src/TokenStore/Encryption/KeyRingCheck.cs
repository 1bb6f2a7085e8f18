using System.Security.Cryptography;
using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore;

/// <summary>Looks whether the key ring still opens what it protects.</summary>
public sealed class KeyRingCheck
{
    private readonly IDatabase _database;
    private readonly KeyRingRepository _repository;
    private readonly KeyRing _ring;

    internal KeyRingCheck(IDatabase database, KeyRingRepository repository, KeyRing ring) =>
        (_database, _repository, _ring) = (database, repository, ring);

    /// <summary>Opens the data key of every user once.</summary>
    /// <returns>How many keys the ring has, and the ids of the users whose data key did not open.</returns>
    public async Task<(int Keys, IReadOnlyList<string> Broken)> RunAsync(CancellationToken cancellationToken)
    {
        var wrapped = await _database.ReadAsync(
            session => session.ListAsync("SELECT user_id, wrapped FROM data_keys", row => (UserId: row.GetString(0), Key: row.GetBlob(1))),
            cancellationToken).ConfigureAwait(false);
        string[] broken = [.. wrapped.Where(row => !Opens(row.UserId, row.Key)).Select(row => row.UserId)];
        return (_repository.GetAllElements().Count(element => element.Name.LocalName == "key"), broken);
    }

    private bool Opens(string userId, byte[] wrapped)
    {
        try
        {
            CryptographicOperations.ZeroMemory(_ring.Unwrap(wrapped, userId));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
