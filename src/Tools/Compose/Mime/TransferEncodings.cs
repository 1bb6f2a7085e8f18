namespace Assistant.Tools.Compose.Mime;

/// <summary>Undoes base64 and quoted-printable (RFC 2045 §6) as far as the bytes allow: what is malformed is passed over or kept.</summary>
internal static class TransferEncodings
{
    public static byte[] Decode(string? encoding, ReadOnlySpan<byte> body) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => FromBase64(body),
        "quoted-printable" => FromQuotedPrintable(body),
        _ => body.ToArray(),
    };

    public static byte[] FromBase64(ReadOnlySpan<byte> text)
    {
        var result = new byte[(text.Length / 4 * 3) + 3];
        var (count, bits, value) = (0, 0, 0);
        foreach (var symbol in text)
        {
            if (symbol == '=')
            {
                // Padding ends a run; some senders glue several encoded runs together.
                (bits, value) = (0, 0);
                continue;
            }

            if (Value(symbol) is not (>= 0 and var digit))
                continue;
            value = ((value << 6) | digit) & 0xFFFFFF;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                result[count++] = (byte)(value >> bits);
            }
        }

        return result[..count];
    }

    public static byte[] FromQuotedPrintable(ReadOnlySpan<byte> text)
    {
        var result = new byte[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var symbol = text[i];
            if (symbol is (byte)' ' or (byte)'\t')
            {
                // White space at the end of a line was added on the way.
                var end = i;
                while (end < text.Length && text[end] is (byte)' ' or (byte)'\t')
                    end++;
                if (end < text.Length && text[end] is (byte)'\r' or (byte)'\n')
                {
                    i = end - 1;
                    continue;
                }

                while (i < end)
                    result[count++] = text[i++];
                i--;
            }
            else if (symbol != '=')
                result[count++] = symbol;
            else if (i + 2 < text.Length && Hex(text[i + 1]) is >= 0 and var high && Hex(text[i + 2]) is >= 0 and var low)
            {
                result[count++] = (byte)((high << 4) | low);
                i += 2;
            }
            else if (SoftBreak(text[(i + 1)..]) is > 0 and var length)
                i += length;
            else
                result[count++] = symbol;
        }

        return result[..count];
    }

    /// <summary>The length of a line break, with the white space before it that was added on the way; 0 where there is none.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        var i = 0;
        while (i < rest.Length && rest[i] is (byte)' ' or (byte)'\t')
            i++;
        if (i == rest.Length)
            return i;
        if (rest[i] == '\n')
            return i + 1;
        return rest[i] == '\r' ? i + (i + 1 < rest.Length && rest[i + 1] == '\n' ? 2 : 1) : 0;
    }

    private static int Hex(byte symbol) => symbol switch
    {
        >= (byte)'0' and <= (byte)'9' => symbol - '0',
        >= (byte)'A' and <= (byte)'F' => symbol - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => symbol - 'a' + 10,
        _ => -1,
    };

    private static int Value(byte symbol) => symbol switch
    {
        >= (byte)'A' and <= (byte)'Z' => symbol - 'A',
        >= (byte)'a' and <= (byte)'z' => symbol - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => symbol - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };
}
