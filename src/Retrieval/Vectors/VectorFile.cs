using System.Buffers.Binary;
using System.IO.Hashing;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Assistant.Retrieval.Vectors;

/// <summary>
/// Full blocks of vectors in a file that is mapped into memory: what is not searched costs no memory, and processes that search the same account share it.
/// A header of 64 bytes (name, dimensions), then blocks of one size: the ordinals, the inverse norms, the rows, XxHash3 of all that. It is a copy of what
/// the database has: one that is damaged is deleted and made anew.
/// </summary>
internal sealed unsafe class VectorFile : IDisposable
{
    private const int HeaderBytes = 64;
    private const int HashBytes = 64;
    private const int NumberBytes = 4;
    private static readonly byte[] Name = "AsstVec1"u8.ToArray();

    private readonly MemoryMappedViewAccessor? _view;
    private readonly int _dimensions;

    private VectorFile(MemoryMappedViewAccessor? view, int dimensions, int blocks, int last) => (_view, _dimensions, Blocks, Last) = (view, dimensions, blocks, last);

    public int Blocks { get; }

    /// <summary>The last document in it; -1 for none.</summary>
    public int Last { get; }

    /// <summary>Maps the whole blocks of a file and checks those after <paramref name="trusted"/>; no file is an empty one.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of another model.</exception>
    public static VectorFile Open(string path, int dimensions, int trusted)
    {
        if (!File.Exists(path))
            return new(null, dimensions, 0, -1);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var blocks = (int)((stream.Length - HeaderBytes) / BlockBytes(dimensions));
        if (blocks <= 0)
            return new(null, dimensions, 0, -1);
        using var map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var view = map.CreateViewAccessor(0, HeaderBytes + (blocks * BlockBytes(dimensions)), MemoryMappedFileAccess.Read);
        var last = -1;
        try
        {
            Read(view, pointer =>
            {
                if (!new ReadOnlySpan<byte>(pointer, HeaderBytes).SequenceEqual(Header(dimensions)))
                    throw new InvalidDataException("Not vectors of this model.");
                for (var block = trusted; block < blocks; block++)
                    Check(pointer, block, dimensions);
                last = LastOrdinal(Part<int>(pointer, blocks - 1, dimensions, 0, VectorBlock.Rows));
            });
        }
        catch
        {
            view.Dispose();
            throw;
        }

        return new(view, dimensions, blocks, last);
    }

    /// <summary>Adds blocks at the end; a piece of one that a killed process left there is overwritten.</summary>
    /// <param name="path">The file, made where there is none.</param>
    /// <param name="dimensions">Numbers of a vector.</param>
    /// <param name="known">Blocks that are in it already.</param>
    /// <param name="blocks">What is added; rows beyond their count are marked as empty.</param>
    public static void Append(string path, int dimensions, int known, IEnumerable<VectorBlock> blocks)
    {
        using var stream = OwnerFolders.OpenNew(path, FileMode.OpenOrCreate);
        if (known == 0)
            stream.Write(Header(dimensions));
        stream.Position = HeaderBytes + (known * BlockBytes(dimensions));
        var bytes = new byte[BlockBytes(dimensions)];
        foreach (var block in blocks)
        {
            Array.Clear(bytes);
            var ordinals = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(0, VectorBlock.Rows * NumberBytes));
            ordinals.Fill(-1);
            block.Ordinals.CopyTo(ordinals);
            MemoryMarshal.AsBytes(block.InverseNorms).CopyTo(bytes.AsSpan(VectorBlock.Rows * NumberBytes));
            MemoryMarshal.AsBytes(block.Vectors).CopyTo(bytes.AsSpan(VectorBlock.Rows * NumberBytes * 2));
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(bytes.Length - HashBytes), XxHash3.HashToUInt64(bytes.AsSpan(0, bytes.Length - HashBytes)));
            stream.Write(bytes);
        }
    }

    public void Scan(ReadOnlySpan<sbyte> question, bool[]? allowed, Span<float> cosines)
    {
        if (_view is null)
            return;
        byte* pointer = null;
        try
        {
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
            for (var block = 0; block < Blocks; block++)
            {
                Cosines.Scan(
                    Part<int>(pointer, block, _dimensions, 0, VectorBlock.Rows),
                    Part<float>(pointer, block, _dimensions, VectorBlock.Rows * NumberBytes, VectorBlock.Rows),
                    Part<sbyte>(pointer, block, _dimensions, VectorBlock.Rows * NumberBytes * 2, VectorBlock.Rows * _dimensions),
                    question,
                    allowed,
                    cosines);
            }
        }
        finally
        {
            if (pointer is not null)
                _view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    public void Dispose() => _view?.Dispose();

    private static long BlockBytes(int dimensions) => (VectorBlock.Rows * ((NumberBytes * 2L) + dimensions)) + HashBytes;

    private static byte[] Header(int dimensions)
    {
        var header = new byte[HeaderBytes];
        Name.CopyTo(header, 0);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(Name.Length), dimensions);
        return header;
    }

    private static ReadOnlySpan<T> Part<T>(byte* pointer, int block, int dimensions, int offset, int count)
        where T : unmanaged => new(pointer + HeaderBytes + (block * BlockBytes(dimensions)) + offset, count);

    private static void Check(byte* pointer, int block, int dimensions)
    {
        var bytes = Part<byte>(pointer, block, dimensions, 0, (int)BlockBytes(dimensions));
        if (XxHash3.HashToUInt64(bytes[..^HashBytes]) != BinaryPrimitives.ReadUInt64LittleEndian(bytes[^HashBytes..]))
            throw new InvalidDataException("Damaged vectors.");
    }

    private static int LastOrdinal(ReadOnlySpan<int> ordinals)
    {
        var last = -1;
        foreach (var ordinal in ordinals)
            last = Math.Max(last, ordinal);
        return last;
    }

    private delegate void Reader(byte* pointer);

    private static void Read(MemoryMappedViewAccessor view, Reader read)
    {
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        try
        {
            read(pointer);
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }
}
