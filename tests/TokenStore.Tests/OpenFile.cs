namespace Assistant.TokenStore.Tests;

internal static class OpenFile
{
    /// <summary>The bytes of a file that another program, or this one, has open.</summary>
    public static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
