using System.Text.RegularExpressions;
using Assistant.Tools.Insight;
using NodaTime;

namespace Assistant.Tools.Writing.Rewriting;

/// <summary>A text in fewer words. Greeting, closing and lists stay; a sentence goes only where another one asks or says when or how much, and it names nothing itself.</summary>
internal static partial class ShorterText
{
    private const int WordsOfNothingToGain = 3;

    private sealed record Said(string Text, bool IsMain, bool IsKept);

    /// <param name="text">With what is <see cref="LeftAlone"/> as marks.</param>
    /// <param name="language">ISO 639-1.</param>
    /// <param name="now">In whose zone its times are meant.</param>
    /// <param name="leftOut">How many sentences are missing.</param>
    public static string Of(string text, string language, ZonedDateTime now, out int leftOut)
    {
        var letter = Letter.Of(text);
        var body = letter.Body.Trim();
        if (body.Length == 0)
        {
            leftOut = 0;
            return text;
        }

        var lines = Wrapped().Replace(body, " ").Split('\n').Select(line => (Line: line, Said: Read(line, language, now))).ToList();
        // A text that asks and names nothing would be left with its greeting.
        var keepsAll = !lines.Exists(line => line.Said.Exists(one => one.IsMain));
        leftOut = keepsAll ? 0 : lines.Sum(line => line.Said.Count(one => !one.IsMain && !one.IsKept));
        var kept = lines.Select(line => line.Line.Trim().Length == 0 ? "" : string.Join(' ', line.Said.Where(one => (keepsAll || one.IsMain || one.IsKept) && one.Text.Length > 0).Select(one => one.Text)))
            .Where((line, i) => line.Length > 0 || lines[i].Line.Trim().Length == 0);
        var shorter = Lines().Replace(string.Join('\n', kept).Trim('\n'), "\n\n");
        var (before, after) = (letter.Body[..letter.Body.IndexOf(body[0])], letter.Body[(letter.Body.TrimEnd().Length)..]);
        // Behind the comma of a greeting a text goes on small, in the same line also one that was "I …".
        if (letter.Head.EndsWith(',') && (char.IsLower(body[0]) || (before == " " && body.StartsWith("I ", StringComparison.Ordinal))) && SmallStart().IsMatch(shorter))
            shorter = char.ToLowerInvariant(shorter[0]) + shorter[1..];
        // Lines that were joined are no shorter.
        return shorter.Length == 0 || shorter.Length >= body.Length ? text : letter.Head + before + shorter + after + letter.Tail;
    }

    private static List<Said> Read(string line, string language, ZonedDateTime now)
    {
        if (Listed().IsMatch(line))
            return [new(line, false, true)];
        var found = RuleAnalyst.Read(line, now);
        return [.. Sentences.Of(line).Select(sentence =>
        {
            var (was, less) = (sentence.Of(line), Wordiness.Less(sentence.Of(line), language));
            var isMain = less.Length > 0 && (less.EndsWith('?') || was.Any(char.IsDigit) || found.Found.Any(one => one.Where.Overlaps(sentence)) || found.Times.Any(one => one.Where.Overlaps(sentence)));
            // What is left out for saying nothing is no loss to count.
            return new Said(less, isMain, less.Length == 0 || Matters().IsMatch(was) || was.Any(LeftAlone.IsMark) || was.EndsWith(':') || Names(was, language) || was.Split(' ').Length <= WordsOfNothingToGain);
        })];
    }

    /// <summary>In German every noun has a capital, so only what nothing but a name is.</summary>
    private static bool Names(string sentence, string language)
    {
        var words = Word().Matches(sentence).Select(match => match.Value).ToList();
        return words.Exists(word => char.IsUpper(word[0]) && GivenNames.IsFeminine(word) is not null)
            || (language == "de" ? GermanName().IsMatch(sentence) : words.Skip(1).Any(word => char.IsUpper(word[0]) && word != "I"));
    }

    /// <summary>A line that was broken to fit.</summary>
    [GeneratedRegex(@"(?<=[^\n]{50}[^\n.!?:])\n(?=[\p{L}(])")]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"^\s*(?:[-*•–]|\d{1,2}[.)])\s")]
    private static partial Regex Listed();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Lines();

    [GeneratedRegex("^(?:Could|Can|Would|Please|Thank|Because|Although|If|We|You|They|He|She|It|This|That|There|The|Your|Our|My|An?|Ich|Wir|Es|Das|Die|Der|Weil|Falls|Bitte|Danke|Kannst|Können|Könntest|Könnten|Hast|Haben|Wann|Was|Wie)\\b")]
    private static partial Regex SmallStart();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:Herrn?|Frau|Dr\.|Firma|Prof\.)\s\p{Lu}|(?<=\S\s)\p{Lu}\p{L}+\s\p{Lu}|\p{L}*\p{Lu}\p{L}*\p{Lu}")]
    private static partial Regex GermanName();

    /// <summary>A sentence without which others would say more than is meant.</summary>
    [GeneratedRegex(@"\b(?:sorry|condolences?|sympathy|congratulat\p{L}*|grateful|thank\p{L}*|loved?|beileid|leid|glückwunsch|danke?|dankbar|not?|never|none|nobody|nothing|cannot|if|unless|only|must|but|however|because|nicht|kein\p{L}*|nie|niemand|nichts|wenn|falls|nur|muss|müssen|aber|jedoch|weil|pas|ne)\b|n['’]t\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Matters();
}
