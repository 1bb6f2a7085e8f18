using System.Text.RegularExpressions;

namespace Assistant.Tools.Insight;

/// <summary>
/// What a clause does: asks the reader for something, or promises something. English and German are both tried on every text: the words of the one say nothing
/// in the other. Where a clause does both, what comes first counts ("could you look at it, because I will be away").
/// </summary>
internal static partial class TaskWords
{
    private const int Nowhere = int.MaxValue;

    /// <param name="clause">Without white space around it.</param>
    /// <param name="isQuestion">It ends with a question mark.</param>
    /// <param name="mayOrder">It may begin with an order; not after "and", where what comes before is none: "he read it and put it back".</param>
    /// <param name="saysWhen">A time is in it.</param>
    /// <returns>Request, commitment, or null for neither.</returns>
    public static TaskKind? Of(string clause, bool isQuestion, bool mayOrder, bool saysWhen)
    {
        if (EnglishTasks.IsPolite(clause) || GermanTasks.IsPolite(clause))
            return null;
        var asked = Math.Min(EnglishTasks.Request(clause, isQuestion, mayOrder) ?? Nowhere, GermanTasks.Request(clause, isQuestion, mayOrder) ?? Nowhere);
        var promised = isQuestion ? Nowhere : Math.Min(EnglishTasks.Promise(clause, saysWhen) ?? Nowhere, GermanTasks.Promise(clause, saysWhen) ?? Nowhere);
        return asked == Nowhere && promised == Nowhere ? null : asked <= promised ? TaskKind.Request : TaskKind.Commitment;
    }

    /// <summary>Nothing in it asks, but it has a deadline, and it is about the reader or about what has to be done: "your slides by Friday".</summary>
    public static bool MayAskByDeadline(string clause) => (EnglishTasks.IsAboutReader(clause) || GermanTasks.IsAboutReader(clause)) && !IsFree(clause);

    /// <summary>A time in it says how long something is open, away or allowed, or when it was.</summary>
    public static bool IsFree(string clause) => EnglishTasks.IsFree(clause) || GermanTasks.IsFree(clause);

    /// <summary>It is about meeting, so its day is that of the meeting.</summary>
    public static bool Meets(string clause) => Meeting().IsMatch(clause);

    /// <summary>A question that wants an answer.</summary>
    public static bool Questions(string sentence) => Sentences.IsQuestion(sentence) && !SmallTalk().IsMatch(sentence);

    public static bool Decides(string sentence) => Decision().IsMatch(sentence) && !Sentences.IsQuestion(sentence);

    /// <summary>Where the earliest of several patterns begins.</summary>
    internal static int? Earliest(string clause, params ReadOnlySpan<Regex> patterns)
    {
        int? earliest = null;
        foreach (var pattern in patterns)
        {
            if (pattern.Match(clause) is { Success: true } match && !(earliest <= match.Index))
                earliest = match.Index;
        }

        return earliest;
    }

    /// <summary>It went to many, and says how to get no more of it.</summary>
    public static bool IsBulk(string text) => Bulk().IsMatch(text);

    [GeneratedRegex(
        @"\b(unsubscribe|manage your (subscription|preferences)|opt out of|(view|read) (this|it)( e-?mail)? (in your browser|online)|you (are receiving|receive|received) this (e-?mail|message|newsletter) because"
        + @"|abbestellen|(vom|diesen) newsletter abmelden|im browser (ansehen|öffnen|anzeigen)|sie erhalten (diese (e-?mail|nachricht)|diesen newsletter), (weil|da))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bulk();

    /// <summary>"Bis Montag, Gitte": a farewell, and no deadline.</summary>
    public static bool IsFarewell(string sentence) => Farewell().IsMatch(sentence);

    /// <summary>It calls what it is about a deadline.</summary>
    public static bool NamesDeadline(string sentence) => DeadlineWord().IsMatch(sentence);

    [GeneratedRegex(@"\b(deadline|due date|closing date|cut-?off|frist|stichtag|abgabe(termin)?|(einsende|anmelde|abgabe|redaktions|melde|annahme)(schluss|frist|termin))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeadlineWord();

    /// <summary>Somebody else does it: "Carla prepares it by Thursday".</summary>
    public static bool IsOfAnother(string sentence) =>
        Another().IsMatch(sentence) || (FirstWord().Match(sentence) is { Success: true } first && Writing.GivenNames.IsFeminine(first.Value) is not null);

    [GeneratedRegex(@"^(he|she|they|er|mr|mrs|ms|dr|herr|frau|my \p{L}+|our \p{L}+|mein\w* \p{L}+|unser\w* \p{L}+)\b(?! (deadline|frist|stichtag|abgabe))|^(?-i:\p{Lu}\p{Ll}+) (will|is going to|can|sends?|brings?|prepares?|makes?|checks?|does|kann|macht|schickt|bringt|bereitet|prüft|liefert|übernimmt|kümmert|erledigt|möchte)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Another();

    [GeneratedRegex(@"^\p{L}+\b")]
    private static partial Regex FirstWord();

    /// <summary>It speaks of something that was named before: "sie sollten bis Freitag da sein".</summary>
    public static bool IsAboutIt(string clause) => It().IsMatch(clause);

    /// <summary>"By then": until a time that was named before.</summary>
    public static Match ByThen(string clause) => Then().Match(clause);

    [GeneratedRegex(
        @"^(bis|see you|till|until|talk|speak)\b(?!.*\b(bitte|please|spätestens|latest|wäre|would|reicht|genügt|geht)\b)[^,.!?]{1,40}([,.!]\s*\p{L}*(\s\p{L}+)?)?[.!]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Farewell();

    [GeneratedRegex(@"\b(it|they|them|this|that|(?-i:sie)|es|das|dies)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex It();

    [GeneratedRegex(@"\b(by then|before then|before that|bis dahin|bis dann)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Then();

    /// <summary>It says what has to be, so its day is the last one.</summary>
    public static bool IsDuty(string clause) => Duty().IsMatch(clause);

    [GeneratedRegex(@"\b(muss|müssen|must|has to|have to|needs? to be)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Duty();

    [GeneratedRegex(
        @"\b(meet(ing)?|come|join|lunch|dinner|breakfast|coffee|drinks?|attend|free|available|pick (me|us|him|her) up|cover|stand in|be there|treffen|kommen?|zeit|sehen|essen|dabei|abholen|mitkommen|vertreten|einspringen|übernehmen|schicht|shift)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meeting();

    [GeneratedRegex(
        @"\bhow are (you|things)\b|\bhow('s| is) (it|life|everything)\b|\bhow (have you been|was your (weekend|holiday|trip))\b"
        + @"|\bremember (when|the|how|that|our)\b|\bguess what\b|\bisn't (it|that)\b|\bdo you want to save\b|\b(could|can|would) you (believe|imagine)\b"
        + @"|\bwie geht('s| es)\b|\bwas macht (die|das|der)\b|\bweißt du noch\b|\bwollen sie sparen\b|\bsie wollen sparen\b|\bkannst du dir\b"
        + @"|\bhave you (ever )?heard of\b|\bright\?$|\boder\?$|\b(nicht|gell|ne|eh)\?$|\bwho knows\b|\bwer weiß\b|\bhast du gut\b|\balles (gut|klar|okay|ok)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SmallTalk();

    [GeneratedRegex(
        @"\b(we|they|he|she|i|board|committee|team|council|management|court|jury)( have| has| had)?( all| now| finally)? (decided|agreed|resolved|approved|accepted|rejected|settled on|voted)\b"
        + @"|\b(was|were|has been|have been) (accepted|approved|decided|rejected|agreed|cancelled|turned down)\b|\bdecisions?:|\b(client|customer) accepted\b"
        + @"|\bbeschlossen\b|\bbeschlüsse?:|\bentschieden\b|\bgeeinigt\b|\bzugestimmt\b"
        + @"|\b(wurde|wurden|haben?|hat)\b.*\b(angenommen|genehmigt|abgelehnt|vereinbart|bewilligt)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Decision();
}
