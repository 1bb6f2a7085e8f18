namespace Assistant.Server.Commands;

/// <summary>Whether a folder is there, can be written and is closed to other people.</summary>
internal static class FolderCheck
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static Finding Data(string path)
    {
        const string what = "data folder";
        if (!Directory.Exists(path))
            return new(Grade.Fail, what, $"{path} is not there and could not be made: name another with --data, or fix the owner of the folder above it.");
        return Refusal(path) is { } refusal
            ? new(Grade.Fail, what, $"{path} cannot be written ({refusal}): fix its owner or free some space.")
            : Privacy(what, path);
    }

    /// <summary>May be read-only: where the key comes from elsewhere, nothing is written to it.</summary>
    public static Finding Configuration(string path)
    {
        const string what = "configuration";
        return Directory.Exists(path) ? Privacy(what, path) : new(Grade.Ok, what, $"{path} (not there; nothing is kept in it yet)");
    }

    private static string? Refusal(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose };
            using var probe = new FileStream(Path.Combine(path, $".doctor-{Guid.NewGuid():N}"), options);
            probe.WriteByte(0);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return problem.Message;
        }
    }

    /// <summary>On Windows the profile folder's access list keeps others out.</summary>
    private static Finding Privacy(string what, string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0
        ? new(Grade.Warn, what, $"{path} is open to other users of this machine. Run: chmod 700 '{path}'")
        : new(Grade.Ok, what, path);
}
