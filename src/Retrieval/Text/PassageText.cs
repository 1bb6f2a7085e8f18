using System.Globalization;

namespace Assistant.Retrieval.Text;

/// <param name="Text">What fits.</param>
/// <param name="NextOffset">Where a reader goes on, in characters of the whole text; null where nothing is left.</param>
public sealed record Passage(string Text, int? NextOffset);

/// <summary>Cuts a text to a budget where a reader would: after a paragraph, else a line, a sentence, a word, and never inside a grapheme.</summary>
public static class PassageText
{
    /// <param name="text">The whole text.</param>
    /// <param name="offset">Where to start, in characters; one that lies inside a grapheme or beyond the end is moved to where a passage may start.</param>
    /// <param name="maxCharacters">At least one grapheme is returned even where it is longer than this.</param>
    public static Passage Take(string text, int offset, int maxCharacters)
    {
        var start = Math.Clamp(offset, 0, text.Length);
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start]) && char.IsHighSurrogate(text[start - 1]))
            start--;
        if (text.Length - start <= maxCharacters)
            return new Passage(text[start..], null);
        var end = start + CutAt(text.AsSpan(start), Math.Max(1, maxCharacters));
        return new Passage(text[start..end].TrimEnd(), end == text.Length ? null : end);
    }

    private static int CutAt(ReadOnlySpan<char> rest, int max)
    {
        var window = rest[..max];
        // A better place to cut is worth at most half of the passage.
        var least = max / 2;
        if (window.LastIndexOf("\n\n") is var paragraph && paragraph >= least)
            return paragraph + 2;
        if (window.LastIndexOf('\n') is var line && line >= least)
            return line + 1;
        if (LastSentenceEnd(window) is var sentence && sentence >= least)
            return sentence;
        if (window.LastIndexOfAny(' ', '\t') is var word && word >= least)
            return word + 1;
        return LastGrapheme(rest, max);
    }

    private static int LastSentenceEnd(ReadOnlySpan<char> window)
    {
        for (var i = window.Length - 2; i >= 0; i--)
        {
            if ("。！？".Contains(window[i]))
                return i + 1;
            if (window[i + 1] == ' ' && ".!?…".Contains(window[i]))
                return i + 2;
        }

        return -1;
    }

    private static int LastGrapheme(ReadOnlySpan<char> rest, int max)
    {
        // A grapheme can be longer than any look-back, so it is found from a place that certainly starts one.
        var from = rest[..max].LastIndexOfAny(' ', '\n') + 1;
        var at = from;
        while (at < rest.Length)
        {
            var length = StringInfo.GetNextTextElementLength(rest[at..]);
            if (at + length > max)
                break;
            at += length;
        }

        return at > 0 ? at : StringInfo.GetNextTextElementLength(rest);
    }
}
