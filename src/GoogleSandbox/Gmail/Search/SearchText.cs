using System.Globalization;
using System.Text;

namespace Assistant.GoogleSandbox.Gmail.Search;

/// <summary>Text as it is compared: words without case and diacritics, one space before and after each.</summary>
internal static class SearchText
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var c in text.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (IsIdeograph(c))
                EndWord(folded).Append(c).Append(' ');
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                folded.Append(char.ToLowerInvariant(c));
            else
                EndWord(folded);
        }
        return EndWord(folded).ToString();
    }

    /// <summary>Whether the words of a folded phrase stand in a folded text one after another.</summary>
    public static bool Has(string text, string phrase) => phrase.Length <= 1 || text.Contains(phrase, StringComparison.Ordinal);

    // Written without spaces: each character is a word.
    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff');

    private static StringBuilder EndWord(StringBuilder folded) => folded[^1] == ' ' ? folded : folded.Append(' ');
}
