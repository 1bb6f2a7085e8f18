namespace Assistant.TokenStore;

/// <summary>Where the store lives. The two folders are apart so that a copy of the data does not carry the key that opens it.</summary>
public sealed class TokenStoreOptions
{
    /// <summary>Folder of the SQLite database.</summary>
    public required string DataFolder { get; set; }

    /// <summary>Folder of the master key file; not inside <see cref="DataFolder"/>.</summary>
    public required string ConfigurationFolder { get; set; }

    /// <summary>Base64 of the 32 master key bytes from the environment, or null to use the file.</summary>
    public string? MasterKey { get; set; }

    /// <summary>Path of a file that holds the master key (a mounted secret), or null for <c>master.key</c> in <see cref="ConfigurationFolder"/>.</summary>
    public string? MasterKeyFile { get; set; }

    /// <summary>A PostgreSQL connection string (<c>Host=...</c>) that moves everything there, or null for SQLite in <see cref="DataFolder"/>.</summary>
    public string? Database { get; set; }
}
