using System.Buffers.Binary;
using System.Text;

namespace Assistant.GoogleSandbox.World.Files;

/// <summary>A small greyscale picture, stored without compression so that its bytes never depend on a library.</summary>
internal static class PngFile
{
    public static byte[] Gradient(byte width, byte height)
    {
        using var raw = new MemoryStream();
        for (var y = 0; y < height; y++)
        {
            raw.WriteByte(0);
            for (var x = 0; x < width; x++)
                raw.WriteByte((byte)((x * 255 / width + y * 255 / height) / 2));
        }

        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR", [0, 0, 0, width, 0, 0, 0, height, 8, 0, 0, 0, 0]);
        Chunk(png, "IDAT", Stored(raw.ToArray()));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(BigEndian((uint)data.Length));
        png.Write(body);
        png.Write(BigEndian(Crc32.Of(body)));
    }

    private static byte[] Stored(byte[] raw)
    {
        uint a = 1, b = 0;
        foreach (var value in raw)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        var length = (ushort)raw.Length;
        return [0x78, 0x01, 1, (byte)length, (byte)(length >> 8), (byte)~length, (byte)(~length >> 8), .. raw, .. BigEndian((b << 16) | a)];
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
