using System.Text;

namespace Assistant.GoogleSandbox.Gmail.Mime;

/// <summary>Character sets of mail.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Text of a named character set; of an unknown one as UTF-8 or else Latin-1.</summary>
    public static string Decode(byte[] bytes, string? charset)
    {
        try
        {
            if (charset is not null && !charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
                return Encoding.GetEncoding(charset.Trim()).GetString(bytes);
        }
        catch (ArgumentException)
        {
            // Not a character set that anybody knows.
        }
        return Guess(bytes);
    }

    public static string Guess(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
