namespace Assistant.Database;

/// <summary>Folders and files that only their owner may read; on Windows the profile folder's access list does that.</summary>
public static class OwnerFolders
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void Create(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, OwnerFile | UnixFileMode.UserExecute);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(
                $"The folder {folder} cannot be created: {failure.Message} Choose another with --data, or fix its owner.", failure);
        }
    }

    /// <summary>Makes an empty file if there is none; SQLite gives its own side files the same mode.</summary>
    public static void CreateFile(string path)
    {
        Create(Path.GetDirectoryName(path)!);
        if (File.Exists(path))
            return;
        try
        {
            OpenNew(path, FileMode.OpenOrCreate).Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The file {path} cannot be created: {failure.Message} Check the folder's owner and free space.", failure);
        }
    }

    public static FileStream OpenNew(string path, FileMode mode)
    {
        var open = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            open.UnixCreateMode = OwnerFile;
        return new FileStream(path, open);
    }

    /// <summary>Whether <paramref name="path"/> lies inside <paramref name="folder"/> or is it.</summary>
    public static bool IsInside(string path, string folder)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path));
        return !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..";
    }
}
