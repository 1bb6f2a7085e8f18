using System.Security.Cryptography;
using System.Text;

namespace Assistant.TokenStore.Encryption;

/// <summary>Finds the master key: given as text, in a file that was named, or in <c>master.key</c> of the configuration folder.</summary>
internal static class MasterKeyFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <param name="options">Which source is in use.</param>
    /// <param name="mayCreate">False where data exist already that another key protects.</param>
    /// <exception cref="StoreUnavailableException">No key, an unsafe place or a file that others can read.</exception>
    public static MasterKey Load(TokenStoreOptions options, Func<bool> mayCreate)
    {
        if (!string.IsNullOrWhiteSpace(options.MasterKey))
            return MasterKey.Parse(options.MasterKey, "the environment");
        var path = Path.GetFullPath(options.MasterKeyFile ?? Path.Combine(options.ConfigurationFolder, "master.key"));
        if (OwnerFolders.IsInside(path, options.DataFolder))
        {
            throw new StoreUnavailableException(
                $"The master key {path} may not be inside the data folder {Path.GetFullPath(options.DataFolder)}: "
                + "a copy of the data would carry the key that opens it. Move it and configure another folder.");
        }

        if (!File.Exists(path))
        {
            if (options.MasterKeyFile is not null || !mayCreate())
            {
                throw new StoreUnavailableException(
                    $"The master key file {path} is missing. Restore it from your backup: without it nobody can open the stored accounts.");
            }

            Create(path);
        }

        return Read(path);
    }

    private static MasterKey Read(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
                throw new StoreUnavailableException($"Other users of this machine can read the master key {path}. Run: chmod 600 '{path}'");
            return MasterKey.Parse(File.ReadAllText(path), path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The master key file {path} cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Written aside and moved into place, so that of two first starts one wins and neither reads half a key.</summary>
    private static void Create(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        OwnerFolders.Create(folder);
        var draft = Path.Combine(folder, $".master.key.{Guid.NewGuid():N}");
        try
        {
            using (var file = OwnerFolders.OpenNew(draft, FileMode.CreateNew))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SealedBox.KeyBytes)) + "\n"));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            if (!File.Exists(path))
                throw new StoreUnavailableException($"The master key {path} cannot be written: {failure.Message}", failure);
        }
    }
}
