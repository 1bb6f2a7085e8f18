using System.Text;

namespace Assistant.Tools.Compose.Mime;

/// <summary>Bytes of a declared charset to text. Never fails: an unknown charset is guessed, a byte that does not fit becomes U+FFFD.</summary>
internal static class MailCharsets
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static MailCharsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (Find(charset) is { } declared)
            return declared.GetString(bytes);
        return Guess(bytes);
    }

    /// <summary>UTF-8 where it is that, else Windows-1252.</summary>
    public static string Guess(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(bytes);
        }
    }

    private static Encoding? Find(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset))
            return null;
        try
        {
            return charset.Trim().ToLowerInvariant() switch
            {
                // Declared for text that is none: read as what it most likely is.
                "us-ascii" or "ascii" or "unknown-8bit" or "utf-7" => null,
                "latin1" => Encoding.Latin1,
                "cp1252" => Encoding.GetEncoding(1252),
                var name => Encoding.GetEncoding(name),
            };
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
