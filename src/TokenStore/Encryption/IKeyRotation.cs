namespace Assistant.TokenStore;

/// <summary>Replaces keys while the server runs; what was sealed before stays readable.</summary>
public interface IKeyRotation
{
    /// <summary>Gives the user a new data key and seals everything of theirs again, in one transaction. False where there is no such user.</summary>
    Task<bool> RotateDataKeyAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Adds a new key to the ring and wraps every data key under it.</summary>
    Task RotateKeyRingAsync(CancellationToken cancellationToken);
}
