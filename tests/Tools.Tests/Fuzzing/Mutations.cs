using System.Text;

namespace Assistant.Tools.Tests.Fuzzing;

/// <summary>Inputs nobody would write by hand, from a seed: pieces that parsers look for, glued, repeated, cut, flipped, and bytes without any sense.</summary>
internal sealed class Mutations(int seed, IReadOnlyList<string> pieces)
{
    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        using var bytes = new MemoryStream();
        for (var count = _random.Next(1, 24); count > 0; count--)
        {
            var piece = Encoding.UTF8.GetBytes(pieces[_random.Next(pieces.Count)]);
            for (var times = _random.Next(12) == 0 ? _random.Next(1, 200) : 1; times > 0; times--)
                bytes.Write(piece);
            if (_random.Next(4) == 0)
                bytes.Write(Noise());
        }

        var input = bytes.ToArray();
        for (var flips = _random.Next(6); flips > 0 && input.Length > 0; flips--)
            input[_random.Next(input.Length)] = (byte)_random.Next(256);
        return _random.Next(3) == 0 ? input[.._random.Next(input.Length + 1)] : input;
    }

    private byte[] Noise()
    {
        var noise = new byte[_random.Next(40)];
        _random.NextBytes(noise);
        return noise;
    }
}
