using System.Buffers.Text;
using System.Text;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail;

/// <summary>The characters of a text part.</summary>
internal static class PartText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static PartText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes base64url data. What is valid UTF-8 is read as such whatever the part declares, because Gmail converts some parts and not their header.</summary>
    public static string Decode(string? data, MessagePart part)
    {
        if (string.IsNullOrEmpty(data))
            return "";
        var bytes = Base64Url.DecodeFromChars(data.Replace('+', '-').Replace('/', '_'));
        var charset = part.ContentTypeParameter("charset");
        if (charset is not null && charset.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase) && bytes.Contains((byte)0x1B))
            return Declared(charset).GetString(bytes);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Declared(charset).GetString(bytes);
        }
    }

    private static Encoding Declared(string? charset)
    {
        try
        {
            return charset is null ? Encoding.Latin1 : Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            return Encoding.Latin1;
        }
    }
}
