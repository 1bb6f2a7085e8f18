using System.Text.RegularExpressions;

namespace Assistant.Tools.Insight;

/// <summary>
/// How English and German say what somebody shall do, will do, wants to know and has decided, clause by clause. Both languages are tried on every text: the
/// words of the one say nothing in the other.
/// </summary>
internal static partial class TaskWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Verbs that ask for something where a clause begins with them.</summary>
    private const string EnglishOrders =
        "send|forward|share|check|review|look at|have a look|call|phone|ring|tell|give|get|add|update|change|confirm|book|order|submit|upload|sign|return|reply|answer|ask|remind|fill|transfer|prepare|pay"
        + "|write|let me know|let us know|make sure|register|approve|complete|provide|put|take|correct|fix|schedule|invite|cancel|contact|renew|restart|choose|bring back|hand|email|mail|pick|talk to|keep me|decide|test|translate|print|buy|find|remember to|be so kind";

    private const string GermanOrders =
        "schick|schicke|send|sende|sag|sage|gib|ruf|rufe|melde|meld|prüf|prüfe|frag|frage|erinnere|denk|denke|sorg|sorge|bestell|bestelle|buch|buche|bestätige|bestätig|trag|trage|tragt|füll|fülle"
        + "|lad|lade|leite|leit|überweise|unterschreib|unterschreibe|antworte|teile|teil|nenn|nenne|such|suche|lies|schau|schaue|kümmere|kümmer|bereite|ergänze|aktualisiere|erneuere|erneuern sie|starten sie"
        + "|teilen sie|senden sie|schicken sie|geben sie|melden sie|prüfen sie|nennen sie|seien sie so|bestätigen sie|überweisen sie|antworten sie|rufen sie|füllen sie|unterschreiben sie|lass mich wissen|lassen sie mich wissen|ändern sie|tragen sie|wenden sie";

    /// <summary>A request to the reader.</summary>
    public static bool Asks(string clause) => !Politeness().IsMatch(clause) && (Request().IsMatch(clause) || Order().IsMatch(clause));

    /// <summary>The writer says that they will do something.</summary>
    public static bool Promises(string clause) => Promise().IsMatch(clause) && !NoPromise().IsMatch(clause);

    /// <summary>A question that wants an answer.</summary>
    public static bool Questions(string sentence) => sentence.EndsWith('?') && !SmallTalk().IsMatch(sentence);

    public static bool Decides(string sentence) => Decision().IsMatch(sentence) && !sentence.EndsWith('?');

    [GeneratedRegex(
        @"\b(could|can|would|will) you\b(?! (believe|imagine|be)\b)|^(\p{L}+ )?(can|could|shall) we\b.*\b(talk|speak|meet|call)\b|^(können|könnten) wir\b.*\b(reden|sprechen|telefonieren)\b|\b(please|kindly|pls)\b(?! find (attached|enclosed|below))|\bwould you mind\b|\b(i|we) need (your|you to|it back|it by|the)\b"
        + @"|\bneeds? to be\b|\byou (need|have|must|ought|are required|should|would have)( to)?\b (?!(to do|see|receive|get)\b)|\bdon'?t forget\b|\b(grateful|great|nice|kind|helpful) if you (could|would|can)\b"
        + @"|\b(we|i) would (appreciate|welcome)\b|\bany chance (that )?you\b|\bwonder(ed|ing)? if you\b|\bmay (i|we) ask you\b|\b(we|i) (kindly )?ask (you|all|everybody|everyone|that)\b"
        + @"|\b(are|am) (still )?missing your\b|\b(i|we) expect (you|the|your)\b|\bcan i ask\b|\baction required\b|\b(is|are) due\b|\bwould it be possible\b|\b(wants?|want) (you to|the list|your)\b"
        + @"|\bwe must\b|\byou book\b|\bit back\b|\blooking for volunteers\b|\btake (five|a few|two|ten) minutes\b"
        + @"|\bbitte\b|\b(kannst|könntest|würdest|magst|willst|müsstest|musst|solltest|sollst) du\b|\bdu (könntest|müsstest|musst|solltest)\b|\b(könnten|können|würden|müssen|sollten) sie\b"
        + @"|\b\p{L}{2,}st du (mir|mich|uns|bitte)\b|\b(wäre|wären) (ich |wir )?(dir|ihnen|euch) (sehr )?dankbar\b|\b(ich|wir) (brauche|brauchen|benötige|benötigen)\b.*\b(dein\w*|ihr\w*|von dir|von ihnen|zurück|bis)\b"
        + @"|\bwir bitten\b|\bdarf ich (dich|sie|euch) bitten\b|\bwollte fragen\b|\brückmeldung\b.*\b(freu|dankbar)|\bwäre es möglich\b|\b(uns|mir) fehl(t|en)\b|\b(ich|wir) erwarten?\b"
        + @"|\bmuss\b.*\b(bis|beim|vor)\b|\b(ist|sind)\b.*\bfällig\b|\bhandlung erforderlich\b|\bwir müssen uns\b|\bwollen die liste\b|\bfreiwillige\b.*\bgesucht\b|\bnimm dir\b|\bwenn du das \w+ buchst\b",
        Options)]
    private static partial Regex Request();

    [GeneratedRegex($@"^(?:(?:hi|hello|hey|dear|hallo|liebe[rs]?)?\s*\p{{L}}*\s*[,:-]\s*)?(?:also|then|and|so|just|dann|und|if so|wenn ja)?\s*(?:{EnglishOrders}|{GermanOrders})\b(?! ihr(e)?\b| (that|out) (was|is)\b)", Options)]
    private static partial Regex Order();

    /// <summary>Polite words that ask for nothing.</summary>
    [GeneratedRegex(
        @"\bhesitate\b|\bany questions\b|\bfeel free\b|\bfind (attached|enclosed|below)\b|\bjoin me in\b|\bjust to let you know\b|\bplease note\b|\bbei (fragen|rückfragen)\b|\bzögern sie\b|\bbitte beachten\b"
        + @"|\bbitte entschuldige\b|\bentschuldigen sie\b|\bread more\b|\bmehr dazu\b|\b(could|can) you (believe|imagine)\b|\bkannst du dir .*vorstellen\b|\bwith kind\b|\bkind regards\b|\bcall me (ada|by)\b"
        + @"|\byou (don't|do not|need not) need\b|\bnothing (is )?(left )?(for you )?to do\b|\bnichts (mehr )?(zu tun|tun)\b|\bnot needed\b|\bif you wish\b|\bshop now\b|\bjetzt zugreifen\b|\bunsubscribe\b|\babmelden\b",
        Options)]
    private static partial Regex Politeness();

    [GeneratedRegex(
        @"\b(i|we)('ll| will| shall)\b|\b(i'm|i am|we're|we are) (going to|sending|printing|ordering|preparing|working on|calling|bringing)\b|\b(i|we) (promise|commit|undertake|guarantee)\b"
        + @"|\blet me (check|look|see|find|ask|get|talk)\b|\bsie hören\b.*\bvon (mir|uns)\b|\byou('ll| will) (receive|get|have|hear) (our|my|the|a|an|it|from)\b|\bi (would|could) do the same\b|\bi owe you\b|\bthe team will\b|\bi can (do|take|send|write)\b"
        + @"|^(then )?i (order|send|call|bring|book|print|check|pay|write)\b|\bwill (then )?(tell|send|get back to|let) (you|it)\b"
        + @"|\b(ich|wir) (\w+ )?(verspreche|versprechen|sagen ihnen zu|sage (dir|ihnen) zu)\b"
        + @"|\bich (schicke|sende|melde|kläre|rufe|kümmere|schaue|sehe|bestelle|liefere|zahle|leite|drucke|prüfe|frage|bringe|buche|schreibe|werde|erledige|mache|reiche|besorge|gebe|sage|überweise|komme)\b"
        + @"|\bwir (schicken|senden|melden|klären|liefern|leiten|prüfen|werden|zahlen|erledigen|geben|überweisen|kümmern)\b"
        + @"|\b(rufe|kümmere|schicke|sende|zahle|schaue|bestelle|drucke|melde|prüfe|bringe|kläre|sage|gebe|werde|mache|erledige) ich\b|\bsage (dir|ihnen) \w+ bescheid\b|^\s*(und )?(sage|melde|schicke|sende) (dir|mich|ihnen|euch)\b"
        + @"|\bunser\w* \w+ erhalten sie\b|\b(kann|könnte) ich (machen|übernehmen|erledigen)\b|\bwürde ich dasselbe\b|\bich habe den \w+ bis\b|\bbin ich dir noch schuldig\b|\bdas team (liefert|schickt|prüft)\b",
        Options)]
    private static partial Regex Promise();

    [GeneratedRegex(@"\bif (i|we) (can|could)\b|\bi will not\b|\bi won't be able\b|\b(i|we)('ll| will) see (you|us|each)\b|\bich werde \d+\b|\b(i will|i'll) never\b|\bfreuen\b|\bwill be happy to (help|assist)\b|\bich bin\b", Options)]
    private static partial Regex NoPromise();

    [GeneratedRegex(@"\bhow are you\b|\bhow('s| is) (it|life|everything)\b|\bwie geht('s| es)\b|\bdo you want to save\b|\bwollen sie sparen\b|\bsie wollen sparen\b|\b(could|can) you (believe|imagine)\b|\bkannst du dir\b|\bright\?$|\boder\?$|\bwho knows\b|\bwer weiß\b", Options)]
    private static partial Regex SmallTalk();

    [GeneratedRegex(
        @"\b(we|they|he|she|i|board|committee|team)( have| has| had)? (decided|agreed|resolved|approved|accepted|rejected)\b|\b(was|were|has been|have been) (accepted|approved|decided|rejected|agreed|cancelled)\b|\bdecisions?:|\b(client|customer) accepted\b"
        + @"|\bbeschlossen\b|\bbeschlüsse?:|\bentschieden\b|\bgeeinigt\b|\bzugestimmt\b|\b(wurde|wurden|haben?|hat)\b.*\b(angenommen|genehmigt|abgelehnt|vereinbart)\b",
        Options)]
    private static partial Regex Decision();
}
