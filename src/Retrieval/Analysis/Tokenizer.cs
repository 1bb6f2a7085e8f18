using System.Globalization;
using System.Text;

namespace Assistant.Retrieval.Analysis;

/// <summary>A word of a text: where it stands and how it is written in lower case.</summary>
internal readonly record struct Token(int Start, int Length, string Word);

/// <summary>
/// Words of any script: runs of letters, marks and digits. Where a script writes no spaces (Chinese, Japanese, Thai, ...) every two neighbouring
/// characters are a word. A run with inner punctuation and a digit or an @ in it (an order number, an address, a version) counts as a whole too.
/// </summary>
internal static class Tokenizer
{
    private const int LongestWord = 64;

    public static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>(text.Length / 6);
        var at = 0;
        while (at < text.Length)
        {
            if (!IsWord(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            var joined = false;
            var coded = false;
            var part = at;
            while (true)
            {
                while (at < text.Length && IsWord(text[at]))
                {
                    coded |= char.IsAsciiDigit(text[at]);
                    at++;
                }

                Add(tokens, text, part, at);
                if (at + 1 < text.Length && Joins(text[at]) && IsWord(text[at + 1]))
                {
                    joined = true;
                    coded |= text[at] == '@';
                    part = ++at;
                    continue;
                }

                break;
            }

            if (joined && coded && at - start <= LongestWord)
                tokens.Add(new(start, at - start, text[start..at].ToLowerInvariant()));
        }

        return tokens;
    }

    /// <summary>Without accents and case, as people type who are in a hurry.</summary>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word))
            return word;
        var folded = new StringBuilder(word.Length);
        foreach (var character in word.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark)
                continue;
            switch (character)
            {
                case 'ß': folded.Append("ss"); break;
                case 'ø': folded.Append('o'); break;
                case 'ł': folded.Append('l'); break;
                case 'đ': folded.Append('d'); break;
                case 'æ': folded.Append("ae"); break;
                case 'œ': folded.Append("oe"); break;
                case 'ı': folded.Append('i'); break;
                default: folded.Append(character); break;
            }
        }

        return folded.ToString();
    }

    private static void Add(List<Token> tokens, string text, int start, int end)
    {
        var length = end - start;
        if (!HasNoSpaces(text[start]))
        {
            if (length <= LongestWord)
                tokens.Add(new(start, length, Lower(text.AsSpan(start, length))));
            return;
        }

        if (length == 1)
            tokens.Add(new(start, 1, text.Substring(start, 1)));
        for (var i = start; i + 1 < end; i++)
            tokens.Add(new(i, 2, text.Substring(i, 2).ToLowerInvariant()));
    }

    private static string Lower(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        lower.Replace('’', '\'');
        return new string(lower.Trim('\''));
    }

    // An apostrophe inside of a word belongs to it: don't, l'affaire.
    private static bool IsWord(char character) =>
        char.IsLetterOrDigit(character)
        || character is '\'' or '’'
        || char.IsSurrogate(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool Joins(char character) => character is '@' or '.' or '-' or '_' or '/' or ':' or '#';

    private static bool HasNoSpaces(char character) => character is
        (>= '\u0E00' and <= '\u0EFF') // Thai, Lao
        or (>= '\u1000' and <= '\u109F') // Burmese
        or (>= '\u1780' and <= '\u17FF') // Khmer
        or (>= '\u3040' and <= '\u30FF') // Hiragana, Katakana
        or (>= '\u3400' and <= '\u9FFF') // Han
        or (>= '\uF900' and <= '\uFAFF');
}
