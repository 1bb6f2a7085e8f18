using System.Globalization;
using System.Text;

namespace Assistant.Retrieval.Text;

/// <summary>Removes what a person does not see but a model reads: zero width and bidi controls, tag characters, stray variation selectors,
/// soft hyphens, fillers, control characters. What a script or an emoji needs stays (Unicode TR 51; ZWJ and ZWNJ in Arabic and Indic scripts).</summary>
public static class InvisibleCharacters
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int BlackFlag = 0x1F3F4;
    private const int CancelTag = 0xE007F;

    public static CleanText Remove(string text)
    {
        var start = FirstSuspect(text);
        if (start < 0)
            return new CleanText(text, 0);
        var output = new StringBuilder(text.Length);
        output.Append(text, 0, start);
        var (removed, previous) = (0, start > 0 ? text[start - 1] : 0);
        for (var i = start; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used);
            if (rune.Value == BlackFlag && FlagTags(text.AsSpan(i + used)) is var tags and > 0)
                used += tags;
            if (Replacement(rune.Value) is { } replacement)
            {
                output.Append(replacement);
                previous = replacement;
            }
            else if (IsInvisible(rune) && !IsNeeded(rune.Value, previous, text.AsSpan(i + used)))
            {
                removed++;
            }
            else
            {
                if (rune == Rune.ReplacementChar)
                    output.Append('\uFFFD');
                else
                    output.Append(text, i, used);
                previous = rune.Value;
            }

            i += used;
        }

        return new CleanText(output.ToString(), removed);
    }

    private static int FirstSuspect(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is (< ' ' and not '\n' and not '\t') or (>= '\u007F' and < '\u00A0') or '\u00AD' or '\u034F' or >= '\u0600')
                return i;
        }

        return -1;
    }

    private static char? Replacement(int rune) => rune switch
    {
        // Line ends come as \n; a lone \r, a line or paragraph separator, NEL, a form feed and a vertical tab end a line too.
        0x2028 or 0x2029 or 0x85 or 0x0B or 0x0C => '\n',
        _ => null,
    };

    private static bool IsInvisible(Rune rune) => rune.Value switch
    {
        '\n' or '\t' or '\r' => false,
        0x00AD or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 => true,
        >= 0x180B and <= 0x180F => true,
        >= 0xFE00 and <= 0xFE0F => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        >= 0xFDD0 and <= 0xFDEF => true,
        // Visible signs of Arabic and Syriac that Unicode counts among the format characters.
        (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x08E2 or 0x110BD or 0x110CD => false,
        var other => (other & 0xFFFE) == 0xFFFE || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control,
    };

    private static bool IsNeeded(int rune, int previous, ReadOnlySpan<char> rest)
    {
        Rune.DecodeFromUtf16(rest, out var next, out _);
        return rune switch
        {
            ZeroWidthJoiner when IsEmoji(previous) || previous is 0xFE0F => IsEmoji(next.Value) || next.Value is 0x2640 or 0x2642 or 0x2695,
            ZeroWidthJoiner or ZeroWidthNonJoiner => IsJoiningScript(previous),
            0xFE0E or 0xFE0F => IsEmoji(previous) || (previous is '#' or '*' or (>= '0' and <= '9') && next.Value == 0x20E3),
            >= 0xFE00 and <= 0xFE02 or >= 0xE0100 and <= 0xE01EF => IsIdeograph(previous),
            >= 0x180B and <= 0x180F => previous is >= 0x1820 and <= 0x18AA,
            _ => false,
        };
    }

    private static bool IsEmoji(int rune) =>
        rune is 0xA9 or 0xAE or 0x203C or 0x2049 or 0x2122 or (>= 0x2139 and <= 0x2BFF) or 0x3030 or 0x303D or 0x3297 or 0x3299 or (>= 0x1F000 and <= 0x1FAFF);

    private static bool IsIdeograph(int rune) => rune is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsJoiningScript(int rune) => rune is
        (>= 0x0600 and <= 0x08FF and not 0x061C) or (>= 0x0900 and <= 0x0DFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x1820 and <= 0x18AF) or (>= 0x1B00 and <= 0x1CFF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);

    /// <summary>Length of the tags that make a flag of a region (England, Scotland, Wales): at most six and a cancel tag.</summary>
    private static int FlagTags(ReadOnlySpan<char> rest)
    {
        for (int at = 0, count = 0; count < 7 && Rune.DecodeFromUtf16(rest[at..], out var rune, out var used) == System.Buffers.OperationStatus.Done; count++)
        {
            at += used;
            if (rune.Value == CancelTag)
                return count >= 3 ? at : 0;
            if (rune.Value is not ((>= 0xE0061 and <= 0xE007A) or (>= 0xE0030 and <= 0xE0039)))
                return 0;
        }

        return 0;
    }
}
