using Assistant.GoogleClients;

namespace Assistant.Server.GoogleLogin;

/// <summary>
/// Remembers in the data folder whether its accounts are Google's or a sandbox's: a refresh token must never be sent to the other one.
/// </summary>
internal static class DataFolderBinding
{
    public const string FileName = "accounts-of";

    private const string Google = "google";
    private const string Sandbox = "sandbox";

    /// <exception cref="WrongGoogleException">The folder belongs to the other one.</exception>
    public static void Check(string dataFolder, GoogleEndpoints endpoints)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path))
            return;
        var bound = File.ReadAllText(path).Trim();
        if (bound != Kind(endpoints))
            throw new WrongGoogleException(Explain(dataFolder, bound));
    }

    /// <summary>Binds the folder before its first token is stored or its first server runs; of two processes one is first and the other is checked.</summary>
    /// <exception cref="WrongGoogleException">The folder belongs to the other one.</exception>
    public static void Claim(string dataFolder, GoogleEndpoints endpoints)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path))
        {
            // On PostgreSQL no database file has made the folder.
            OwnerFolders.Create(dataFolder);
            // Written aside and moved into place: nobody reads half of it, and the second of two does not overwrite the first.
            var draft = $"{path}.{Guid.NewGuid():N}";
            File.WriteAllText(draft, Kind(endpoints) + "\n");
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }
        }
        Check(dataFolder, endpoints);
    }

    private static string Kind(GoogleEndpoints endpoints) => endpoints.Token == new GoogleEndpoints().Token ? Google : Sandbox;

    private static string Explain(string dataFolder, string bound) => bound switch
    {
        Google => $"The data folder {dataFolder} belongs to real Google accounts; their tokens must not be sent to a sandbox. "
            + "Leave out --sandbox, or name another folder with --data.",
        Sandbox => $"The data folder {dataFolder} belongs to a sandbox; its tokens mean nothing to Google. "
            + "Add --sandbox, or name another folder with --data.",
        _ => $"{Path.Combine(dataFolder, FileName)} says neither '{Google}' nor '{Sandbox}': restore it from your backup, or name another folder with --data.",
    };
}

internal sealed class WrongGoogleException(string message) : Exception(message);
