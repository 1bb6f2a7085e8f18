using System.Text;

namespace Assistant.Tools.Compose.Mime;

/// <summary>Refuses what could end a header field and begin another one (RFC 5322 §2.2): nothing is ever cleaned silently.</summary>
internal static class FieldGuard
{
    /// <summary>The value as it was.</summary>
    /// <exception cref="MailFormatException">It has a control character, plain or in an encoded word, or half a surrogate pair.</exception>
    public static string Check(string field, string value)
    {
        if (HasControl(value) || (value.Contains("=?", StringComparison.Ordinal) && HasControl(EncodedWord.Decode(value))))
            throw new MailFormatException($"{field} has a line break or another control character. Give it on one line of plain text.");
        if (!IsWellFormed(value))
            throw new MailFormatException($"{field} is not valid Unicode text.");
        return value;
    }

    public static bool HasControl(string value) => value.Any(char.IsControl);

    private static bool IsWellFormed(string value)
    {
        for (var rest = value.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
                return false;
            rest = rest[length..];
        }

        return true;
    }
}
