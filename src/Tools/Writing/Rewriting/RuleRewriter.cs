using System.Text.RegularExpressions;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Style;
using NodaTime;

namespace Assistant.Tools.Writing.Rewriting;

/// <param name="Body">The new text.</param>
/// <param name="Language">That it is in.</param>
/// <param name="Notes">What rules did, and what they did not.</param>
internal sealed record RuleText(string Body, string Language, IReadOnlyList<string> Notes);

/// <summary>Rewrites a text as far as rules can, and says how far that was.</summary>
internal static partial class RuleRewriter
{
    /// <param name="text">As the caller has it.</param>
    /// <param name="how">shorter, friendlier, formal or fix.</param>
    /// <param name="now">In whose zone the text's times are meant.</param>
    public static RuleText Rewrite(string text, string how, ZonedDateTime now)
    {
        var (given, language) = (text.ReplaceLineEndings("\n").Trim('\n').TrimEnd(), LanguageOf(text));
        var (isOnlyTidy, leftOut) = (false, 0);
        var body = LeftAlone.Around(given, marked =>
        {
            var tidy = TidyText.Of(marked, language);
            var written = how switch
            {
                "shorter" => ShorterText.Of(tidy, language, now, out leftOut),
                "friendlier" => Letter.Of(tidy) is var letter ? letter.Head + letter.Body + FormalText.Closing(letter.Tail, language, 1) : tidy,
                "formal" => FormalText.Of(tidy, language),
                _ => tidy,
            };
            isOnlyTidy = written == tidy && how != "fix";
            return written;
        });
        List<string> notes = [body == given ? $"Nothing changed: {NothingTo(how)}" : isOnlyTidy ? $"Only tidied: {NothingTo(how)}" : $"Rewritten by rules: {Done(how, leftOut)}"];
        if (how == "formal" && SalutationWords.Address(given, language) is "du" or "tu" or "tú")
            notes.Add($"It still says '{SalutationWords.Address(given, language)}': rules leave how the reader is addressed.");
        return new(body, language, notes);
    }

    /// <summary>Of a few words greeting and closing tell, where what is usual does not.</summary>
    private static string LanguageOf(string text) => MailLanguage.CodeOf(text) ?? (German().IsMatch(text) ? "de" : "en");

    private static string NothingTo(string how) =>
        $"rules found nothing to {how switch { "shorter" => "shorten", "friendlier" => "make friendlier", "formal" => "make formal", _ => "correct" }}; a model can do more.";

    private static string Done(string how, int leftOut) => how switch
    {
        "shorter" when leftOut > 0 => $"wordy phrases are shorter, and {(leftOut == 1 ? "1 sentence that asks and names nothing is" : $"{leftOut} sentences that ask and name nothing are")} left out. Compare it with yours.",
        "shorter" => "wordy phrases are shorter, and no sentence is left out.",
        "friendlier" => "the closing, and nothing else; a model can do more.",
        "formal" => "greeting, closing, short forms and smileys; the sentences are as they were.",
        _ => "spaces, points, doubled words and capitals; they know no spelling and no grammar.",
    };

    [GeneratedRegex(@"\b(?:hallo|moin|servus|liebe[rs]?|guten|ich|du|dir|wir|bitte|danke|grüße|gruß|lg|vg|mfg|und|nicht)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex German();
}
