using System.Text;

namespace Assistant.GoogleSandbox.World.Files;

/// <summary>A ZIP of stored entries with fixed dates: System.IO.Compression writes the platform into its entries.</summary>
internal static class ZipFile
{
    private const ushort NewYear1980 = 0x21;

    public static byte[] Of(params IReadOnlyList<(string Name, string Text)> files)
    {
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        using var writer = new BinaryWriter(zip);
        using var index = new BinaryWriter(directory);
        foreach (var (name, text) in files)
        {
            var content = Encoding.UTF8.GetBytes(text);
            var offset = (uint)zip.Position;
            writer.Write(0x04034b50);
            Entry(writer, name, content);
            writer.Write(Encoding.ASCII.GetBytes(name));
            writer.Write(content);
            index.Write(0x02014b50);
            index.Write((ushort)20);
            Entry(index, name, content);
            index.Write(new byte[10]);
            index.Write(offset);
            index.Write(Encoding.ASCII.GetBytes(name));
        }

        var start = (uint)zip.Position;
        writer.Write(directory.ToArray());
        writer.Write(0x06054b50);
        writer.Write(0);
        writer.Write((ushort)files.Count);
        writer.Write((ushort)files.Count);
        writer.Write((uint)directory.Length);
        writer.Write(start);
        writer.Write((ushort)0);
        return zip.ToArray();
    }

    private static void Entry(BinaryWriter to, string name, byte[] content)
    {
        to.Write((ushort)20);
        to.Write((ushort)0);
        to.Write((ushort)0);
        to.Write((ushort)0);
        to.Write(NewYear1980);
        to.Write(Crc32.Of(content));
        to.Write(content.Length);
        to.Write(content.Length);
        to.Write((ushort)name.Length);
        to.Write((ushort)0);
    }
}
