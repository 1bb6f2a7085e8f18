using System.Text.RegularExpressions;

namespace Assistant.Tools.Insight;

/// <summary>How a text sounds, by words that people use when they are pleased or not. Irony is beyond it.</summary>
internal static partial class MoodWords
{
    private const int MostQuotes = 3;

    public static AnalysedMood Of(IReadOnlyList<string> texts)
    {
        var (good, bad) = (new List<string>(), new List<string>());
        foreach (var text in texts)
        {
            foreach (var sentence in Sentences.Of(text).Select(piece => piece.Of(text)))
            {
                var (pleased, cross) = (Good().Count(sentence), Bad().Count(sentence));
                if (Not().IsMatch(sentence))
                    (pleased, cross) = (0, cross + pleased);
                if (pleased > cross)
                    good.Add(sentence);
                else if (cross > pleased)
                    bad.Add(sentence);
            }
        }

        return good.Count == bad.Count ? new("neutral") : good.Count > bad.Count ? new("positive", [.. good.Take(MostQuotes)]) : new("negative", [.. bad.Take(MostQuotes)]);
    }

    [GeneratedRegex(
        @"\b(great|good news|wonderful|excellent|perfect|love(d|ly)?|enjoyed|happy|glad|pleased|pleasure|congratulations|well done|thrilled|fantastic|amazing|brilliant|delighted|appreciate"
        + @"|toll|super|wunderbar|hervorragend|perfekt|gefallen|gefällt|freu(e|t|en)|gern|glückwunsch|begeistert|prima|klasse|ausgezeichnet|herzlichen dank|freude)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Good();

    [GeneratedRegex(
        @"\b(unfortunately|disappointed|disappointing|unacceptable|angry|annoyed|complain\w*|terrible|awful|bad news|problem|delay(ed)?|failed|failure|wrong|sorry|worried|frustrat\w+|upset|no excuses|still waiting|overdue|mistake"
        + @"|leider|enttäusch\w*|inakzeptabel|verärgert|ärgerlich|beschwer\w*|schrecklich|schlecht\w*|schlechte nachricht\w*|problem\w*|verspät\w*|verzögerung\w*|fehlgeschlagen|falsch|besorgt|frustrier\w*|ohne ausreden|warte immer noch|überfällig|fehler)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bad();

    [GeneratedRegex(@"\b(not|never|isn't|wasn't|nicht|nie|kein\w*) (\w+ )?(great|good|happy|glad|pleased|perfect|gut|zufrieden|glücklich|gefallen|begeistert)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Not();
}
