using System.Text;
using Assistant.Retrieval.Analysis;

namespace Assistant.Retrieval.Index;

/// <summary>The piece of a text that answers best: where most different words of the question stand near each other.</summary>
internal static class Passages
{
    public const int Length = 300;

    /// <param name="text">The whole text.</param>
    /// <param name="matches">Which word of the question a word of the text is, or -1.</param>
    /// <param name="length">Characters, about.</param>
    /// <param name="marks">Whether those words stand between two asterisks.</param>
    public static string Find(string text, Func<string, int> matches, int length = Length, bool marks = true)
    {
        var found = Tokenizer.Tokens(text).Select(token => (Token: token, Word: matches(token.Word))).Where(match => match.Word >= 0).ToList();
        if (found.Count == 0)
            return Text.PassageText.Take(text, 0, length).Text;
        var (best, start, first) = (0, 0, 0);
        for (var last = 0; last < found.Count; last++)
        {
            while (found[last].Token.Start - found[first].Token.Start > length)
                first++;
            var different = found[first..(last + 1)].Select(match => match.Word).Distinct().Count();
            if (different > best)
                (best, start) = (different, first);
        }

        var from = Begin(text, found[start].Token.Start);
        var to = Math.Min(text.Length, from + length);
        while (to < text.Length && char.IsLetterOrDigit(text[to]))
            to++;
        var passage = new StringBuilder(from > 0 ? "…" : "");
        var at = from;
        foreach (var (token, _) in found.Where(match => marks && match.Token.Start >= from && match.Token.Start + match.Token.Length <= to))
        {
            if (token.Start < at)
                continue;
            passage.Append(text, at, token.Start - at).Append("**").Append(text, token.Start, token.Length).Append("**");
            at = token.Start + token.Length;
        }

        return passage.Append(text, at, to - at).Append(to < text.Length ? "…" : "").ToString();
    }

    // A little before the first word, where a line or a sentence begins, else a word.
    private static int Begin(string text, int at)
    {
        var least = Math.Max(0, at - 80);
        for (var i = at; i > least; i--)
        {
            if (text[i - 1] == '\n' || (i > 1 && text[i - 1] == ' ' && ".!?".Contains(text[i - 2])))
                return i;
        }

        var from = least;
        while (from > 0 && from < at && char.IsLetterOrDigit(text[from - 1]))
            from++;
        return from;
    }
}
