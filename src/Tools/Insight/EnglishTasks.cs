using System.Text.RegularExpressions;

namespace Assistant.Tools.Insight;

/// <summary>How English asks and promises.</summary>
internal static partial class EnglishTasks
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Reader = "you|u|someone|somebody|anyone|anybody|everyone|everybody|one of you|any of you|all of you";

    private const string Busy = "sending|printing|ordering|preparing|working on|calling|bringing|getting (it|that|them|you)|finishing|writing (it|them|him|her|to|up)|drafting|collecting|organi[sz]ing|arranging|booking|fixing|paying|checking|looking into|taking care|picking (it|them|you|her|him)? ?up|delivering|shipping|forwarding|updating|handling|transferring|refunding|sorting|setting up|posting|replacing|dropping|handing|uploading|mailing|emailing";

    /// <summary>Adverbs that stand between a subject and its verb.</summary>
    private const string Adverbs = @"(?: (?:also|still|just|really|only|all|both|then|now|urgently|kindly|hereby|therefore|certainly|definitely|of course|gladly|happily|probably|always|quickly|\p{L}{3,12}ly))*";

    public static int? Request(string clause, bool isQuestion, bool mayOrder) => isQuestion && QuestionWord().IsMatch(clause)
        ? TaskWords.Earliest(clause, AskingWho(), Suggesting())
        : TaskWords.Earliest(clause, Asking(), Needing(), Duty(), Missing(), Wishing(), Suggesting(), Telling()) ?? (mayOrder && !isQuestion ? Order(clause) : null);

    /// <param name="clause">Without white space around it.</param>
    /// <param name="saysWhen">A time is in it: then the present is enough, "I bring it tomorrow", as it is where it says to whom, "we transfer you the money".</param>
    public static int? Promise(string clause, bool saysWhen) => NoPromise().IsMatch(clause) ? null : TaskWords.Earliest(clause, Willing(), Doing(), Receiving(), Word()) ?? Present(clause, saysWhen);

    /// <summary>Polite words, and those of advertising, that ask for nothing.</summary>
    public static bool IsPolite(string clause) => Polite().IsMatch(clause);

    public static bool IsAboutReader(string clause) => AboutReader().IsMatch(clause);

    /// <summary>The reader may, or it has been, or something is open or away that long.</summary>
    public static bool IsFree(string clause) => Free().IsMatch(clause);

    private static int? Present(string clause, bool saysWhen) =>
        PresentVerb().Match(clause) is { Success: true } match && (saysWhen || match.Groups["you"].Success) && EnglishVerbs.IsDeed(match.Groups["verb"].Value) ? match.Index : null;

    [GeneratedRegex(@"\b(?:i|we) (?:also |then |just )?(?<verb>\p{L}+)\b(?<you> (?:it |them |this )?(?:to )?you\b)?", Options)]
    private static partial Regex PresentVerb();

    [GeneratedRegex(@"^(\p{L}+[,:] |and |so |but |also )*(what|when|where|who|whose|which|why|how)\b", Options)]
    private static partial Regex QuestionWord();

    /// <summary>"Send it", "Ada - then just tell him", "never share it": a clause that begins with the base form of a verb, and goes on as one with a verb does.</summary>
    private static int? Order(string clause)
    {
        var start = OrderStart().Match(clause);
        var verb = FirstWord().Match(clause, start.Length);
        return verb.Success && EnglishVerbs.Contains(verb.Value) && !NoOrder().IsMatch(clause[verb.Index..]) ? verb.Index : null;
    }

    [GeneratedRegex(
        $@"\b(could|can|would|will|won't|can't|couldn't) ({Reader})\b(?! (like|love|want|prefer|rather|recommend|say|believe|imagine|remember|hear|see you|agree|describe yourself|be (there|here|in|at|around|free|available|back|joining|coming)|come|join|attend)\b)"
        + @"|\b(please|pls|plz|kindly)\b"
        + @"|\b(could|can|may|might) (i|we) (please |possibly |kindly |quickly |also )*(have|get|ask|borrow|request|see|count on|trouble|bother|suggest|meet|talk|speak|arrange|schedule)\b"
        + @"|\b(can|could|shall|should) we\b(?! expect)|\bwould you (mind|consider)\b|\b(do|would) you mind\b|\bmind (if|\p{L}+ing)\b"
        + @"|\bdo you think (you|we) (could|can|might)\b|\bare you (able|willing|happy|prepared|ok with|okay with) (to )?\b"
        + @"|\b(any|is there a|is there any) (chance|way|possibility)\b|\b(is|would|might|will) it be? ?(at all )?(possible|okay|ok|alright|all right|feasible)\b"
        + @"|\bis it possible\b|\bdo you have (time|a minute|a moment|a second|capacity) (to|for)\b",
        Options)]
    private static partial Regex Asking();

    [GeneratedRegex(@"\bwho (can|could|would|will|wants to|is able to|is willing to|is happy to|volunteers)\b", Options)]
    private static partial Regex AskingWho();

    [GeneratedRegex(
        $@"\b(i|we)(?:'d| would|'ll| will)?{Adverbs} (need|require|want)\b (?!to\b)(?!you guys\b)(?!(a|some) (break|holiday|vacation|drink|coffee|rest|sleep)\b)"
        + $@"|\bwe{Adverbs} need to\b|\bi{Adverbs} need to (know|have|see|get|hear|ask|be told)\b"
        + @"|\b(i|we)(?:'d| would) (?:very much |really )?(like|prefer|appreciate|welcome|need|love (it|you|your|to (have|hear|get|see your|know)))\b(?! (to )?(thank|say|congratulate|apologi\p{L}+|inform|let you|introduce|point|express|share|mention|wish|stress|assure|add|take this)\b)"
        + @"|\b(all|what|the only thing) (i|we) (still )?(need|want|require|ask|miss)\b"
        + @"|\bneeds? (your|you|someone|somebody|an answer|attention|signing|doing|fixing|updating|checking)\b"
        + @"|\b(is|are|was|were|will be) (also |still |now |urgently |long )*(required|needed|requested|wanted|awaited)\b(?! to (the|a)\b)"
        + @"|\b(is|are) (also |still |now |long |for \w+ \w+ |\d+ \w+ (past )?)?(due|overdue|outstanding|unpaid|missing)\b"
        + @"|\b(asks?|is asking|are asking|have asked|has asked|wants?|insists?|expects?) (you|us|for your|that (you|we|all)|everyone|everybody|all|your|to see (you|your))\b"
        + @"|(?<!\b(you|i|we|have|had|still|\p{L}+s) )\b(ask|asks|asking|asked) for\b(?! one thing)"
        + @"|\b(auditors?|boss|manager|director|clients?|customers?|board|bank|lawyers?|landlord|authorities|authority|office|insurance|insurers?|school|teachers?|reviewers?|editors?|committee|police|doctor|finance|legal|hr|accounting|accountant|payroll|coach|organi[sz]ers?)( still| also| now| really)* (wants?|needs?|requires?|requests?|expects?|insists? on) (?!to\b|you\b)",
        Options)]
    private static partial Regex Needing();

    [GeneratedRegex(
        $@"\byou(?:'ll| will|'d)?{Adverbs} (need|have|ought) to\b(?! (be able|say|admit|see it|laugh|love|believe))"
        + @"|\byou(['’]ll| will) want to\b"
        + $@"|\byou{Adverbs} (must|should|had better|'d better|might want to|may want to|may need to|would have to)\b(?! (see|receive|get|have|be|know|feel|hear|find)\b)"
        + $@"|\byou(?:'re| are){Adverbs} (required|requested|asked|expected|supposed|reminded|obliged|advised|urged|to)\b"
        + $@"|\b(someone|somebody|everyone|everybody|each|each of (you|us)|all|all \p{{L}}+|whoever|one of us|one of you)( \p{{L}}+)?{Adverbs} ((has|have|needs?|ought|is|are) to\b|(must|should) \p{{L}}+)"
        + $@"|\bwe{Adverbs} (must|have to|should|ought to)\b"
        + @"|\b(has to|have to|needs? to) be\b|\b(it|this|that) (must|should) (be|read|say) [\d""“']"
        + $@"|(?<!\b(he|she|it|that|this|they|there|i|we|you) )\b(must|is to|are to)(?: not)?{Adverbs} be( \p{{L}}+(ed|en|ght|id|pt|ne|wn|ut|de|ld|nt|back|in|ready|with|there|here|at home))\b"
        + @"|\b(all|staff|members|employees|tenants|residents|parents|participants|colleagues|students|customers|drivers|owners|applicants|guests|players|passengers|visitors|pupils|volunteers|authors|everyone|everybody|anyone|those)\b.{0,60}\b(must|has to|have to|need to|needs to|should|(is|are) (kindly |hereby )?(asked|requested|required|expected|encouraged|reminded|urged|advised))\b"
        + @"|\b(it is|it's) (important|essential|crucial|necessary|vital|mandatory|imperative|time|up to you|your turn|on you)\b( that| to| for|,|\.|$)"
        + @"|\b(your turn|up to you|action required|you owe)\b|^(now |so )?over to you\b|\b(is|are) (mandatory|obligatory|compulsory)\b",
        Options)]
    private static partial Regex Duty();

    [GeneratedRegex(
        @"\b(have|has)(?:n't| not| still not| yet to| never)(?: yet| actually| so far| as yet)? ?(?:been )?(received?|heard?|got|get|gotten|seen|had|paid|returned|signed|settled|answered|replied|submitted|responded)\b.{0,60}"
        + $@"|\b(i|we)(?:'m|'re| am| are| have been|'ve been)?{Adverbs} (waiting|missing|lacking|awaiting)\b(?! (outside|here|in line))"
        + @"|\bstill (missing|lacking|awaiting)\b|\b(waiting|wait) (for|on) (you|your)\b|\b(without|pending|awaiting|subject to) your\b"
        + @"|\bno (answer|reply|response|word|sign|news) (yet )?from you\b"
        + @"|\b(still|yet) (outstanding|open|unpaid|unsigned|unanswered|lacks?|to be (paid|signed|returned))\b|\bhas yet to be\b",
        Options)]
    private static partial Regex Missing();

    [GeneratedRegex(
        @"\b(would|might|will|'d) (also )?be (so |very |really |most |absolutely |super |just |extremely |much |a )*(great|good|nice|lovely|wonderful|fantastic|awesome|perfect|ideal|useful|helpful|kind|appreciated|welcome|grateful|glad|thankful|obliged|help|brilliant|best|amazing|super)\b(?! (to see you|seeing)\b)"
        + @"|\b(would|'d) be (so |very |really |most )?(happy|pleased|delighted) (if you|about|for (any|your|a))\b"
        + @"|\b(much|greatly|really|highly|gratefully) appreciated\b|\b(would|'d)( really| also)? help( me| us)?\b(?! you)"
        + @"|^(would|'d) (appreciate|love (it|your|to (have|hear|get))|like to (know|have|see|ask|get))\b"
        + @"|\b(if|once|when|as soon as) you (send|give|let|tell|forward|bring|show|e?-?mail|pass|return|provide|get|lend) (me|us)\b"
        + @"|\bif you (could|would)\b(?! (like|rather|prefer|have to|want))|\b(maybe|perhaps) you (could|can|might|want)\b"
        + @"|\bhop(e|ing)( that)? (you|someone|somebody) (can|could|might|will be able|'ll be able|are able|find (the )?time|have time|will find)\b"
        + @"|\b(wonder(ed|ing)?|curious)( if| whether| when| what| how| where)\b|\bgrateful for\b"
        + @"|\byour (help|support|feedback|input|comments|opinion|thoughts|advice|cooperation) (on|with|in|here|is|are|would)\b",
        Options)]
    private static partial Regex Wishing();

    [GeneratedRegex(
        @"\b(how about (you|we|\p{L}+ing)|why don't (you|we)|why not \p{L}+)\b|^(\p{L}+ )?let['’]?s\b(?! (hope|see|face|say|just say|be honest))"
        + $@"|\b(i|we)(?:'m| am|'re| are|'d| would| must| have to)?{Adverbs} (suggest|propose|ask|beg|urge|remind|advise|encourage|invite|expect|request|instruct|implore)(ing)? (to (ask|remind|request|invite) )?(you|that|all|everyone|everybody|anyone|your|the|we|for|members|parents|tenants|staff|a (meeting|call|change))\b"
        + @"|\b(count|counting|rely|relying|depend|depending) on you\b"
        + @"|\b(looking|look) for (someone|somebody|volunteers|people|help|a volunteer|a replacement|a \p{L}+ (who|to))\b"
        + @"|\b(volunteers?|helpers?|help|drivers?|bakers?) (are )?(needed|wanted|welcome|sought)\b|\bleave (it|that|this|the \p{L}+) (up )?to you\b|\bin need of\b"
        + @"|\bcould (really )?(use|do with)\b",
        Options)]
    private static partial Regex Suggesting();

    /// <summary>Set phrases that ask wherever they stand.</summary>
    [GeneratedRegex(
        @"\b(let|keep) (me|us) (know|posted|informed|updated|in the loop|have)\b|\bget back to (me|us)\b"
        + @"|\bgive (me|us|him|her|them|it) an? (call|shout|ring|buzz|bell|hint|go|try|look)\b|\bdrop (me|us) a (line|note|mail|message)\b"
        + @"|\b(have|take) (a|another) (quick |short |brief |close |good |second |final )?look\b"
        + @"|(?<!\b(will|i|we|['’]ll|i['’]d) )\b(don't|don’t|do not|never) forget\b|(?<!\b(to|will|['’]ll|i|we|i['’]m|not|am|are|is) )\b(make|be) sure\b"
        + @"|\bremember to\b|\btake (five|a few|two|ten|a couple of|a) (minutes?|moments?)\b|\bdo me a favou?r\b|\bbe so (kind|good|nice)\b|\brsvp\b"
        + @"|\bget in touch\b",
        Options)]
    private static partial Regex Telling();

    [GeneratedRegex(
        @"^(?:[-*•–]\s*|\(?\d{1,2}[.)]\s*)?(?:(?:hi|hello|hey|dear|ok|okay|@)?\s*\p{L}*\s*[:–-]\s*)?(?:(?:also|then|and|so|just|simply|now|first|firstly|second|secondly|next|finally|lastly|if so|instead|otherwise|always|never|maybe|perhaps|anyway|meanwhile|afterwards|or|do|don't|don’t|do not|if not|quickly|kindly|better|because|until then|in the meantime|in future|from now on)\s+){0,3}",
        Options)]
    private static partial Regex OrderStart();

    [GeneratedRegex(@"\G\p{L}+(?:-\p{L}+)?(?!['’]\p{L})")]
    private static partial Regex FirstWord();

    /// <summary>A noun that looks like the verb ("work is"), a set phrase, a farewell.</summary>
    [GeneratedRegex(
        @"^\p{L}+[.:]?$"
        + @"|^\p{L}+ (is|was|are|were|has|had|will|would|of|can|could|may|might|must|for \d|and \p{L}+ (is|are|was)|went|looks?|seems?|costs?|means|closes?|ends?|starts?|begins?|takes? place|party|club|number|team|day|room|street|road|avenue|lane|no\.?)\b"
        + @"|^(order|issue|test|draft|update|report|plan|file|book|check|point|list|type|record) #?\d"
        + @"|^(see|talk|speak|write|call) (you|soon|to you|attached|later)\b|^see (above|below|under|the attachment)\b|^look(ing)? forward\b"
        + @"|^have (a|an|fun|been|had|you|to|not|we|they|i)\b(?! (look|think|go|word|chat|read)\b)|^take care\b|^keep (it up|well|up|smiling|calm)\b"
        + @"|^stay (safe|tuned|well|healthy|warm|strong)\b|^get well\b|^\p{L}+ (der|die|das|den|für|wird|kommt|folgt|im|zum|zur|von|mit|auf|aus|bei|nach)\b"
        + @"|^say (hi|hello|thanks)\b|^give (my|our) (best|love|regards)\b|^give (him|her|them|\p{L}+) (my|our|a hug)\b|^come to think\b"
        + @"|^do (you|we|they|i|not worry)\b|^work(s|ing)?\b(?! (with|out|through|it)\b)|^open (positions?|day|house|access|questions?|issues?|points?|air)\b"
        + @"|^call (volumes?|cent(er|re)|costs?)\b|^leave (it|that|this) (with|to) me\b|^(mark|grant|chase|chuck|cook|skip|pat|sue) (?-i:\p{Lu}\p{Ll}+)[.,]?$"
        + @"|^meet (our|the) (new|team)\b|^(read|learn|find out|view|see|discover) more\b|^view (this|in|online|it in)\b|^click\b|^(go|get) (ahead|ready)\b"
        + @"|^get (up to|your free|\d+ ?%)|^save (up|big|\d|time|money|on)|^hurry\b|^treat yourself|^join (us in|me in|the fun|thousands)|^rest assured"
        + @"|^count me (in|out)|^let me (?!know|have)|^let'?s|^visit our|^follow us|^turns out|^mind you|^hang in"
        + @"|^tell (her|him|them|\p{L}+) (i said|that i|hi|hello)|^(will|may|can|could|would|should)\b"
        + @"|^remember (when|the (day|time|old)|me|how|our|that (time|day))|^(use|enter) (the )?code\b|^help yourself|^make yourself|^best\b|^cover letter"
        + @"|^log in\b(?= to (see|view))|^do it again$",
        Options)]
    private static partial Regex NoOrder();

    [GeneratedRegex(
        @"\bhesitate\b|\bfeel free\b|\b(if|should) you have (any|further|more) (questions?|queries|concerns|comments)\b"
        + @"|\b(any|further) questions\b(?!.*\b(before|by|until)\b)"
        + @"|\b(please|kindly)(,)? ((find|see) (attached|enclosed|below|herewith|my|our|the (attached|enclosed))|enjoy|accept|excuse|forgive|pardon|be (advised|informed|aware|assured)|note(?!.*\b(not|must|need|have to|has to|required|by)\b)|disregard|ignore|do not reply|don't reply|join me in)\b"
        + @"|\b(attached|enclosed) please\b|\bjust to let you know\b|\byes,? please\b|^please$|\bread more\b|\blearn more\b|\bunsubscribe\b|\bshop now\b"
        + @"|\bto stop receiving\b|\bclick here\b|\bwith kind\b|\bkind regards\b|\bcall me (ada|by)\b|\byou (don't|don’t|do not|need not|needn't) (need|have)\b"
        + @"|\bno need\b|\bno (reply|response|answer|further action)\b.{0,40}\b(required|needed|necessary)\b"
        + @"|\b(nothing|no action) (is |else )?(left |needed |required )?(for you |from you |on your side|from your side)?(to do|required|needed)\b|\bno action\b"
        + @"|\bnot (needed|required|necessary)\b|\bif you (wish|like)\b$|\bno longer (needed|required)\b|\b(don't|don’t|do not) (worry|bother)\b"
        + @"|\bno (rush|hurry|pressure)\b|\b(thank you|thanks) for\b|\bif (there is|there's) anything (i|we) can\b|\bif you need (anything|any help|help|me)\b"
        + @"|\bwould you believe\b|\bi (would|could) (have )?asked\b|\bbelieve it or not\b",
        Options)]
    private static partial Regex Polite();

    [GeneratedRegex(
        $@"\b(i|we)(?:['’]ll| will| shall)(?!['’]?t| not| never| be\b(?! (sending|bringing|calling|writing|working|paying|posting|sharing|able to (send|give|deliver|let)|in touch|with you by))| have (been|a look forward|to|had)\b| (see|miss|remember|need|know|find|feel|remain|turn|love|enjoy|die|regret|want|like|hope|arrive|understand|think of|probably be|both|all be|only be|also be|still be|soon be|even)\b){Adverbs} \p{{L}}{{2,}}"
        + @"|^(?:and |then |so |but )*(will|shall) (?!(you|it|the|this|that|these|there|we|i|they|he|she|be|not|your|our|my|someone|anyone|all)\b)\p{L}{2,}"
        + @"|\b(i|we|i'd|we'd|would) (will |'ll )?do the same\b"
        + @"|\bi (can|could)(?! you)( \p{L}+ly| also| then)? ((have|get) (it|this|that|them|you|the)|send|bring|take|write|call|finish|prepare|deliver|drop|pick|cover|book|pay|give you|let you have|share|help you|do (it|that|this|the))\b"
        + @"|\blet me (?!(know|down|tell you|introduce|say|in\b|explain|be|start|have|just say|remind you))\p{L}+"
        + @"|\b(i|we) (plan|intend|aim|am planning|are planning|hope|expect|promise|commit|undertake|guarantee|pledge|swear|mean) (?:to|that|you)\b(?! (see|hear|meet|be|you (are|had|have|like|enjoy)|welcome|enjoy))"
        + @"|\bi(?:'m| am)? (want|would like) to (write to|send|call|finish|talk to|speak to|ask) (them|him|her|it|the)\b|\bi owe you\b|\bi promise\b",
        Options)]
    private static partial Regex Willing();

    [GeneratedRegex(
        $@"\b(i['’]m|i am|we['’]re|we are)(?: also| already| now| just| currently| still)? (going to(?! (miss|be|have|love|the|a|see|need|(?-i:\p{{Lu}})))|about to|({Busy})\b|planning to|on it|on the case|happy to (?!(hear|see|help|announce|inform|be|have|say|report|tell|confirm|welcome|answer))|glad to (?!(hear|see|help|be|have|say|report|know))|willing to|prepared to)"
        + $@"|^(?:currently |already |still )?({Busy}|on it|will do|am on it)\b"
        + @"|\b(our|the|my) (team|technicians?|colleagues?|assistant|office|secretary|accountant|lawyer|engineers?|plumber|electrician|staff|people|wife|husband|developers?|support|fitter|nurse|receptionist|agent) (will(?! (be|have|not|need)\b)|is going to|are going to|shall|are working on|is working on|calls|contacts)\b",
        Options)]
    private static partial Regex Doing();

    [GeneratedRegex(
        @"\byou(?:['’]ll| will| shall| can expect| should)(?: soon| also| then| shortly| definitely| surely)? (receive|get|have|hear|be (sent|given|paid|notified|informed|contacted|refunded|reimbursed))\b(?! (used|fun|a great|to |the hang|over it|better|wet|been|noticed|seen))"
        + @"|\bwill(?: also| then| shortly| soon)? be (sent|shipped|refunded|posted|mailed|processed|replaced|credited|dispatched|forwarded|reimbursed|in touch|with you|on your desk|in your inbox|in the post|delivered to you|transferred|returned to you)\b"
        + @"|\bwill follow([.!]?$| (shortly|soon|separately|by|in|on|tomorrow|next)\b)|\b(goes|go|going) out to you\b|\bon (its|their) way to you\b"
        + @"|(?<!\b(he|she|they|it|who) )\bwill (then )?(tell|send|get back to|let|call|contact) you\b"
        + @"|\b(we|i)['’]?d? (would )?be (happy|glad|willing) to (?!(hear|see|help|assist|have|know|receive|get|answer|meet|welcome|join|attend|come|know)\b)"
        + @"|\bshould (be (with you|ready|done|finished)|reach you)\b"
        + @"|\bexpect (it|them|my|our|the|a|an|something)\b.{0,40}\b(from (me|us)|by|on|tomorrow|next|this|within|in) "
        + @"|\bfrom me (by|on|tomorrow|this|next|tonight|today|before|in)\b",
        Options)]
    private static partial Regex Receiving();

    /// <summary>A word that is given.</summary>
    [GeneratedRegex(
        @"\bconsider it done\b|\bleave (it|that|this|the \p{L}+) (with|to) me\b|\b(count|rely) on (me|us)\b|\b(my|our) word\b"
        + @"|\b(i|we) (can )?(assure|promise) you\b|\bi['’]m on it\b|\bcount me in\b|\bi (am|'m) (good|down) for it\b",
        Options)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^(if not|or else|else)\b|\bif (i|we) (can|could)\b|\b(i|we) (will|can|shall) not\b|\b(i|we) (won['’]t|can['’]t)\b"
        + @"|\b(i|we)(['’]ll| will) (always |never |forever )?(see (you|us|each|how|what|if|whether)|miss|remember|cherish|treasure|be (away|out|off|back|in|at|on|there|here|home|travelling|traveling|forever|a|the|\d+))\b"
        + @"|\b(i|we)(['’]ll| will) (always|never)\b|\bhappy to (help|assist|answer)\b|\bi will be (?!able|sending|bringing|calling|in touch)|\blooking forward\b"
        + @"|\bi['’]ll be (?!able|sending|bringing|calling|in touch)\b",
        Options)]
    private static partial Regex NoPromise();

    [GeneratedRegex(
        @"\b(you|your|yours|someone|somebody|everyone|everybody|whoever|all|anyone)\b|\b(needed|required|wanted)\b"
        + @"|\b(must|should|has to|have to|needs? to|to be)\b|\b(reach|with|to|from) (me|us)\b"
        + @"|\b(rsvps?|answers?|repl(y|ies)|responses?|registrations?|submissions?|applications?|payments?|feedback|nominations?|orders?) (is |are |must )?(by|no later|not later|due|before|until)\b"
        + @"|^you (bring|book|buy|handle|organi[sz]e|cook|grab|drive)\b",
        Options)]
    private static partial Regex AboutReader();

    [GeneratedRegex(
        @"\bi (must|should|have to|need to)\b|\b(he|she|they|will be|won['’]t|will not|expires?)\b"
        + @"|\b(you|customers|guests|members|all)( still)? (can|may|could)\b|\bfree\b"
        + @"|\b(valid|available|open|opens|closed|away|off|out|abroad|on holiday|on leave|runs?|lasts?|stays?|continues?|extended|postponed|booked|reserved|parked|ongoing|sold|used to|busy|back|here|there)\b"
        + @"|\b(was|were|had|has been|have been|did|didn't|thought|thank|thanks|thank you|i am|i'm|we are|we're|hope you|sent|got|received|your (order|parcel|package|delivery|booking|reservation|subscription|flight|stay|appointment) (will|is|arrives?|has))\b",
        Options)]
    private static partial Regex Free();
}
