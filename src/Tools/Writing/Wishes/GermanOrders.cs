using System.Text.RegularExpressions;
using Assistant.Tools.Insight;

namespace Assistant.Tools.Writing.Wishes;

/// <summary>German orders to whoever writes the mail, as an order or an infinitive: "frag ihn, ob …", "das Angebot ablehnen, weil …".</summary>
internal static partial class GermanOrders
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Who = @"(?:(?<he>ihm|ihn)|(?<she>ihr|sie)|(?<they>ihnen|allen|alle)|(?<name>(?:im|beim|bei der|in der)\s\p{L}+|oma|opa|mama|papa|(?:(?:herrn?|frau|familie|dr|prof|professor)\.?\s+)+(?-i:\p{Lu})[\p{L}'-]+(?:\s(?-i:\p{Lu})[\p{L}'-]+(?=\s*,|\s+(?:dass|ob|zu|zum|zur|an|für|um|nach|wegen|mit|darüber|daran)\b|$))?|(?:der|dem|den|die|das|meine[rnm]?|unsere[rnm]?)\s\p{L}+|(?-i:\p{Lu})[\p{L}'-]+(?:\sund\s(?-i:\p{Lu})[\p{L}'-]+(?=\s*,|\s+(?:dass|ob|zu|zum|zur|an|für|um|daran|darüber)\b))?))\b";

    /// <summary>Where what follows may be a noun itself: "schlag Freitag vor".</summary>
    private const string PronounOnly = @"(?:(?<he>ihm|ihn)|(?<she>ihr|sie)|(?<they>ihnen|allen))\b";
    private const string Polite = @"^(?:(?:bitte|dann|auch|noch|nur|und|kannst du|könntest du)\s+)*";
    private const string Adverb = @"(?:\s+(?:bitte|höflich|freundlich|nett|kurz|leider|gerne?|mal|nochmal|einmal|dann|auch|dankend|herzlich|ganz|sehr|nur))*";
    private const string Question = @"ob|wann|wo|wohin|woher|was|wer|wem|wen|wie|welche\w*|warum|wieso|worüber|womit";

    private const int LongestAboutMail = 120;

    private static readonly HashSet<string> Writing = new(
        "antworte antworten antwort schreib schreibe schreiben verfass verfasse verfassen entwirf formulier formuliere formulieren sag sage sagen frag frage fragen mitteilen bescheid informier informiere".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Mail = new(
        ("bitte dann auch noch ihm ihr ihnen ihn sie allen alle der dem den die vermieterin vermieter nachbarn kollegen kunden chef chefin team ein eine einen einem kurze kurzen kurz knapp höfliche höflichen höflich freundliche freundlichen "
        + "freundlich nette netten nett formelle förmliche antwort mail e-mail nachricht brief text auf deutsch englisch französisch gib geben mit an und").Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly (Regex Pattern, Func<Match, WishPart> Part)[] Orders =
    [
        (SayThat(), match => Part(MailIntent.Say, "dass {0}", match, tail: false)),
        (Ask(), match => Part(MailIntent.Ask, "{0}", match, tail: false)),
        (AskAfter(), match => Part(MailIntent.WouldLike, "nach {0} fragen", match)),
        (AskBecauseOf(), match => Part(MailIntent.WouldLike, "wegen {0} nachfragen", match)),
        (AskFor(), match => Part(MailIntent.WouldLike, "{you} um {0} bitten", match)),
        (RequestThat(), match => Part(MailIntent.Request, "dass {0}", match, tail: false)),
        (Request(), match => Part(MailIntent.Request, "{0}", match)),
        (Should(), match => Kindly(Part(MailIntent.Can, "{0}", match))),
        (TellMe(), match => Part(MailIntent.Ask, "{0}", match, tail: false)),
        (SendMe(), match => Kindly(Part(MailIntent.Can, "{0} " + Infinitive(match.Groups["verb"].Value), match))),
        (RemindThat(), match => Part(MailIntent.WouldLike, "{you} daran erinnern, {0}", match, tail: false)),
        (Remind(), match => Part(MailIntent.WouldLike, "{you} {0} erinnern", match)),
        (Invite(), match => Part(MailIntent.WouldLike, "{you} {0} einladen", match)),
        (Wish(), match => Part(MailIntent.WouldLike, "{toyou} {0} wünschen", match)),
        (Complain(), match => Part(MailIntent.WouldLike, "mich beschweren, {0}", match, tail: false)),
        (ComplainAbout(), match => Part(MailIntent.WouldLike, "mich {0} beschweren", match)),
        (Object(), match => Part(MailIntent.WouldLike, "{0} widersprechen", match)),
        (Offer(), match => Part(MailIntent.WouldLike, "{toyou} {0} anbieten", match)),
        (Suggest(), match => Part(MailIntent.WouldLike, "{0} vorschlagen", match)),
        (Move(), match => Part(MailIntent.WouldLike, "{0} verschieben", match)),
        (WouldLike(), match => Part(MailIntent.WouldLike, "{0} " + match.Groups["verb"].Value.ToLowerInvariant(), match)),
        (OrderOf(), match => Part(MailIntent.WouldLike, $"{{0}} {Infinitive(match.Groups["verb"].Value)}", match)),
        (Thank(), match => Part(MailIntent.Thank, "{0}", match)),
        (ApologiseThat(), match => Part(MailIntent.Apologise, "dass {0}", match, tail: false)),
        (Apologise(), match => Part(MailIntent.Apologise, "{0}", match)),
        (TurnDown(), match => Part(MailIntent.Decline, "{0} ablehnen", match)),
        (CallOff(), match => Part(MailIntent.Decline, "{0} absagen", match)),
        (Take(), match => Part(MailIntent.Accept, "{0} annehmen", match)),
        (Agree(), match => Part(MailIntent.Accept, "{0} zustimmen", match)),
        (Accept(), match => Part(MailIntent.Accept, "{0} zusagen", match)),
        (Say(), match => Part(MailIntent.Say, "{0}", match, tail: false)),
        (Confirm(), match => Part(MailIntent.Confirm, "{0}", match)),
        (Promise(), match => Part(MailIntent.Promise, "{0}", match)),
        (Congratulate(), match => Part(MailIntent.Congratulate, "{0}", match)),
        (FollowUp(), match => Part(MailIntent.FollowUp, "", match)),
        (Later(), match => Part(MailIntent.Later, "", match)),
    ];

    /// <summary>Null where it is no order that is known.</summary>
    public static WishPart? Read(string clause)
    {
        if (SaysHimself().IsMatch(Tail().Replace(clause, "")))
            return null;
        foreach (var (pattern, part) in Orders)
        {
            // "sag noch nicht zu"
            if (pattern.Match(clause) is { Success: true } match)
                return part(match) is { Intent: MailIntent.Accept or MailIntent.Decline or MailIntent.Confirm or MailIntent.WouldLike } own && Not().IsMatch(own.Words) ? null : part(match);
        }

        return null;
    }

    /// <inheritdoc cref="EnglishOrders.IsAboutTheMail"/>
    public static bool IsAboutTheMail(string clause) => clause.Length <= LongestAboutMail && (Manner().IsMatch(clause) || EnglishOrders.OnlyAbout(clause, Writing, Mail));

    public static bool WantsTimes(string clause) => Times().IsMatch(clause);

    /// <summary>Begins as an order to du does, or ends with an infinitive that no other verb carries.</summary>
    public static bool IsOrder(string clause)
    {
        var words = Words().Matches(clause).Select(match => match.Value).ToList();
        if (words.Count == 0 || Statement().IsMatch(clause) || ToInfinitive().IsMatch(clause))
            return false;
        if (KnownVerb().IsMatch(clause) || ReaderShould().IsMatch(clause) || ToSomebody().IsMatch(clause))
            return true;
        var first = words.FindIndex(word => !Lead().IsMatch(word));
        if (first >= 0 && GermanVerbs.IsOrder(words[first].ToLowerInvariant()) && !(first + 1 < words.Count && (Own().IsMatch(words[first + 1]) || Finite().IsMatch(words[first + 1]))) && !OfMyself().IsMatch(clause))
            return true;
        return (Denial().IsMatch(clause) || OrderInfinitive().IsMatch(words[^1]) || (char.IsLower(words[^1][0]) && GermanVerbs.IsInfinitive(words[^1], alsoSimple: true))) && !Finite().IsMatch(clause);
    }

    /// <inheritdoc cref="EnglishOrders.IsCondition"/>
    public static bool IsCondition(string clause) => Condition().IsMatch(clause);

    /// <param name="intent">What the order is to do.</param>
    /// <param name="frame">{0} is where the words of the group "what" go.</param>
    /// <param name="match">Of the order.</param>
    /// <param name="tail">Whether "weil …" at its end is no part of the words.</param>
    private static WishPart Part(MailIntent intent, string frame, Match match, bool tail = true)
    {
        // Before and behind the verb.
        var all = string.Concat(match.Groups["what"].Captures.Select(capture => capture.Value));
        var cut = tail ? Tail().Match(all) : Match.Empty;
        var what = (cut.Success ? all[..cut.Index] : all).Trim(' ', ',');
        if (tail)
            what = Addressed().Replace(what, "").Trim(' ', ',');
        // "sag Markus ab": to whom, not what.
        if (intent is MailIntent.Accept or MailIntent.Decline && GivenNames.IsFeminine(what) is not null)
            what = "";
        return new(intent, what.Length == 0 ? "" : frame.Replace("{0}", what, StringComparison.Ordinal))
        {
            Tail = cut.Success ? cut.Groups["why"].Value.Trim() : "",
            About = frame is "{0}" || intent is MailIntent.Decline or MailIntent.Accept or MailIntent.WouldLike ? Preposition().Replace(what, "") : "",
            Language = "de",
            Whom = EnglishOrders.WhomOf(match),
        };
    }

    /// <summary>"bitte" stands behind a pronoun.</summary>
    private static WishPart Kindly(WishPart part) => part with { Words = Pronoun().Replace(part.Words, "${pronoun}bitte ", 1) };

    private static string Infinitive(string order) => order.ToLowerInvariant().TrimEnd('e') switch
    {
        "kündig" => "kündigen",
        "bestell" => "bestellen",
        "buch" => "buchen",
        "reservier" => "reservieren",
        "beantrag" => "beantragen",
        "reklamier" => "reklamieren",
        "verlänger" => "verlängern",
        "empfiehl" => "empfehlen",
        "verlang" => "verlangen",
        "gib" => "geben",
        "erbitt" => "erbitten",
        var stem => stem + "en",
    };

    [GeneratedRegex($@"{Polite}(?:frage?|nachfragen|anfragen|fragen|erkundige dich|(?:{Who}\s+)?fragen)(?:\s+(?:bei\s+)?{Who})?{Adverb}(?:\s+nach)?\s*,?\s*(?<what>(?:{Question})\b.+)$", Options)]
    private static partial Regex Ask();

    [GeneratedRegex($@"{Polite}(?:frage?(?:\s+{Who})?{Adverb}\s+nach\s+(?<what>.+)|(?:{Who}\s+)?nach\s+(?<what>.+?)\s+fragen)$", Options)]
    private static partial Regex AskAfter();

    [GeneratedRegex($@"{Polite}(?:(?:hake?|frage?)(?:\s+(?:bei\s+)?{Who})?{Adverb}\s+(?:wegen|zu|zum|zur)\s+(?<what>.+?)\s+nach|(?:(?:bei\s+)?{Who}\s+)?wegen\s+(?<what>.+?)\s+(?:nachhaken|nachfragen|fragen))$", Options)]
    private static partial Regex AskBecauseOf();

    [GeneratedRegex($@"{Polite}bitte(?:\s+{Who})?{Adverb}\s+um\s+(?<what>.+)$|{Polite}(?:{Who}\s+)?um\s+(?<what>.+?)\s+bitten(?<what>(?:,.+)?)$", Options)]
    private static partial Regex AskFor();

    [GeneratedRegex($@"{Polite}(?:bitte\s+{Who}{Adverb}(?:\s+darum)?|(?:{Who}\s+)?(?:darum\s+)?bitten)\s*,?\s+(?<what>(?:.+\s)?(?:zu\s+\p{{L}}+n|(?-i:\p{{Ll}}+zu\p{{Ll}}+en))\b.*)$", Options)]
    private static partial Regex Request();

    [GeneratedRegex($@"{Polite}bitte\s+{Who}{Adverb}(?:\s+darum)?\s*,?\s*dass\s+(?<what>.+)$", Options)]
    private static partial Regex RequestThat();

    /// <summary>"er soll die Unterlagen schicken": to the reader.</summary>
    [GeneratedRegex(@"^(?:(?:und|dann|auch)\s+)*(?:er|sie)\s+(?:soll|sollen|möge|möchten?)\s+(?:bitte\s+)?(?<what>(?!.*\b(?:sich|sein\w*|ihr\w*)\b).+(?-i:\p{Ll})en)$", Options)]
    private static partial Regex Should();

    [GeneratedRegex($@"{Polite}(?:sage?|schreibe?|teile?|gib)\s+(?:mir|uns)(?:\s+(?:bitte|bescheid|mit))*\s*,?\s*(?<what>(?:{Question})\b.+)$", Options)]
    private static partial Regex TellMe();

    /// <summary>"schick mir die Rechnung": whoever sends it to the writer is the reader.</summary>
    [GeneratedRegex($@"{Polite}(?<verb>schicke?|sende?|gib|sage?|zeige?|bringe?|schreibe?|nenne?|überweise?)\s+(?<what>(?:mir|uns)\s+.+)$", Options)]
    private static partial Regex SendMe();

    [GeneratedRegex($@"{Polite}(?:erinnere?(?:\s+{Who})?{Adverb}\s+daran|(?:{Who}\s+)?daran\s+erinnern)\s*,?\s*(?<what>(?:dass|ob|wann)\s.+|.+\bzu\s+\p{{L}}+n|.+(?-i:\p{{Ll}}zu\p{{Ll}}+n))$", Options)]
    private static partial Regex RemindThat();

    [GeneratedRegex($@"{Polite}(?:erinnere?(?:\s+{Who})?{Adverb}\s+(?<what>(?:an|ans|am)\s+.+)|(?:{PronounOnly}\s+)?(?<what>(?:an|ans)\s+.+?)\s+erinnern(?<what>(?:,.+)?))$", Options)]
    private static partial Regex Remind();

    [GeneratedRegex($@"{Polite}(?:la(?:d|de)(?:\s+{Who})?{Adverb}\s+(?<what>(?:am|um|für|zu|zum|zur|nach|für|auf)\s+.+?)\s+ein|(?:{PronounOnly}\s+)?(?<what>(?:zu|zum|zur|nach|auf)\s+.+?)\s+einladen)$", Options)]
    private static partial Regex Invite();

    [GeneratedRegex($@"{Polite}wünsche?\s+{Who}\s+(?<what>.+)$", Options)]
    private static partial Regex Wish();

    [GeneratedRegex($@"{Polite}beschwere?\s+dich(?:\s+bei\s+{Who})?\s*,?\s*(?<what>dass\s+.+)$", Options)]
    private static partial Regex Complain();

    [GeneratedRegex($@"{Polite}beschwere?\s+dich(?:\s+bei\s+{Who})?{Adverb}\s+(?<what>(?:über|wegen)\s+.+)$", Options)]
    private static partial Regex ComplainAbout();

    [GeneratedRegex($@"{Polite}widerspr(?:ich|eche)\s+(?<what>(?:der|dem|den)\s+.+)$", Options)]
    private static partial Regex Object();

    [GeneratedRegex($@"{Polite}(?:bie(?:t|te)(?:\s+{PronounOnly})?{Adverb}\s+(?<what>.+?)\s+an(?<what>(?:,?\s+(?:weil|da|aber|nur|wenn|falls|sofern)\b.+)?)|(?:{PronounOnly}\s+)?(?<what>.+?)\s+anbieten(?<what>(?:,?\s+(?:weil|da|aber|nur|wenn|falls|sofern)\b.+)?))$", Options)]
    private static partial Regex Offer();

    [GeneratedRegex($@"{Polite}(?:schlage?(?:\s+{PronounOnly})?{Adverb}\s+(?<what>.+?)\s+vor|(?:{PronounOnly}\s+)?(?<what>.+?)\s+vorschlagen)$", Options)]
    private static partial Regex Suggest();

    [GeneratedRegex($@"{Polite}(?:verschiebe?{Adverb}\s+(?<what>.+)|(?<what>.+?)\s+verschieben(?<what>(?:,.+)?))$", Options)]
    private static partial Regex Move();

    /// <summary>What the writer does by saying so; what only happens outside the mail is not here.</summary>
    [GeneratedRegex($@"{Polite}(?<what>.+?)\s+(?<verb>kündigen|bestellen|buchen|reservieren|beantragen|anfordern|reklamieren|verlängern|empfehlen|anmelden|abmelden|widerrufen|anfragen)(?<what>(?:\s+(?:für|bei|zum|zur)\s+.+)?)$", Options)]
    private static partial Regex WouldLike();

    [GeneratedRegex($@"{Polite}(?<verb>kündige?|bestelle?|buche?|reserviere?|beantrage?|reklamiere?|verlängere?|empfiehl|verlange?|erbitte?)\s+(?<what>.+)$", Options)]
    private static partial Regex OrderOf();

    [GeneratedRegex($@"{Polite}(?:(?:sage?|schreibe?|teile?|antworte?|richte?|erklär\w*|erwähne?|betone?|gib|lass|versicher\w*|informiere?)(?:\s+{Who})?(?:\s+(?:mit|aus|bescheid|wissen|kurz|bitte|darüber))*|(?:{Who}\s+)?(?:sagen|mitteilen|schreiben|ausrichten|erwähnen|bescheid geben|antworten))\s*,?\s*dass\s+(?<what>.+)$", Options)]
    private static partial Regex SayThat();

    [GeneratedRegex($@"{Polite}(?:(?:sage?|schreibe?)\s+(?:{PronounOnly}|{Who}(?=\s*,))|(?:sage?|schreibe?)(?=\s*,))\s*,?\s*(?<what>(?!dass\b|zu\b|ab\b|bescheid\b|nur\b|(?:{Question})\b).+)$", Options)]
    private static partial Regex Say();

    [GeneratedRegex($@"{Polite}(?:(?:bedanke?\s+dich|danke?)(?:\s+(?:bei\s+)?{Who}|\s+(?:ans team|an alle))?{Adverb}(?:\s+f(?:ü|ue)r\s+(?<what>.+))?|(?:{Who}\s+)?(?:f(?:ü|ue)r\s+(?<what>.+?)\s+)?(?:danken|bedanken|danke sagen)|vielen dank(?:\s+f(?:ü|ue)r\s+(?<what>.+))?|(?:schreib\w*|verfass\w*)\s+(?:\p{{L}}+\s+){{0,3}}(?:dankes?mail|dankschreiben|danke?sch(?:ö|oe)n)(?:\s+f(?:ü|ue)r\s+(?<what>.+))?)$", Options)]
    private static partial Regex Thank();

    [GeneratedRegex($@"{Polite}(?:entschuldige?\s+dich|sich entschuldigen|entschuldigen)(?:\s+bei\s+{Who})?{Adverb}(?:\s+dafür)?\s*,?\s*dass\s+(?<what>.+)$", Options)]
    private static partial Regex ApologiseThat();

    [GeneratedRegex($@"{Polite}(?:entschuldige?\s+dich(?:\s+bei\s+{Who})?{Adverb}(?:\s+(?:für|wegen)\s+(?<what>.+))?|(?:{Who}\s+)?(?:(?:für|wegen)\s+(?<what>.+?)\s+)?(?:sich\s+)?entschuldigen)$", Options)]
    private static partial Regex Apologise();

    [GeneratedRegex($@"{Polite}(?:lehne?{Adverb}(?<what>(?:\s+.+?)?)\s+ab(?<what>(?:,?\s+(?:weil|da|denn|aber|nur|wenn|falls|sofern|vorausgesetzt)\b.+)?)|(?:höflich\s+|nett\s+)*(?:(?<what>.+?)\s+)?ablehnen(?<what>(?:,?\s+(?:weil|da|denn|aber|nur|wenn|falls|sofern|vorausgesetzt)\b.+)?))$", Options)]
    private static partial Regex TurnDown();

    [GeneratedRegex($@"{Polite}(?:sage?(?:\s+(?:ihm|ihr|ihnen|allen))?{Adverb}(?<what>(?:\s+.+?)?)\s+ab(?<what>(?:,?\s+(?:weil|da|denn|aber|nur|wenn|falls|sofern|vorausgesetzt)\b.+)?)|(?:höflich\s+|nett\s+|leider\s+)*(?:(?<what>.+?)\s+)?absagen(?<what>(?:,?\s+(?:weil|da|denn|aber|nur|wenn|falls|sofern|vorausgesetzt)\b.+)?)|(?:schreib\w*|verfass\w*|formulier\w*)\s+(?:\p{{L}}+\s+){{0,3}}absage(?<what>(?:,.+)?)|(?:eine )?absage(?: an \p{{L}}+)?|nein(?<what>(?:,?\s+(?:weil|da|denn|aber)\b.+)?))$", Options)]
    private static partial Regex CallOff();

    [GeneratedRegex($@"{Polite}(?:nimm{Adverb}(?<what>(?:\s+.+?)?)\s+an(?<what>(?:,?\s+(?:weil|da|denn|aber|nur|wenn|falls|sofern|vorausgesetzt)\b.+)?)|(?:gerne?\s+)?(?:(?<what>.+?)\s+)?annehmen(?<what>(?:,?\s+(?:weil|da|denn|aber|nur|wenn|falls|sofern|vorausgesetzt)\b.+)?))$", Options)]
    private static partial Regex Take();

    [GeneratedRegex($@"{Polite}(?:stimme?{Adverb}(?<what>(?:\s+.+?)?)\s+zu(?<what>(?:,?\s+(?:weil|da|denn|aber|nur|wenn|falls|sofern|vorausgesetzt)\b.+)?)|(?:gerne?\s+)?(?:(?<what>.+?)\s+)?zustimmen(?<what>(?:,?\s+(?:weil|da|denn|aber|nur|wenn|falls|sofern|vorausgesetzt)\b.+)?))$", Options)]
    private static partial Regex Agree();

    [GeneratedRegex($@"{Polite}(?:sage?(?:\s+(?:ihm|ihr|ihnen|allen))?{Adverb}(?<what>(?:\s+.+?)?)\s+zu(?<what>(?:,?\s+(?:weil|da|denn|aber|nur|wenn|falls|sofern|vorausgesetzt)\b.+)?)|(?:gerne?\s+)?(?:(?<what>.+?)\s+)?zusagen(?<what>(?:,?\s+(?:weil|da|denn|aber|nur|wenn|falls|sofern|vorausgesetzt)\b.+)?)|(?:schreib\w*|verfass\w*|formulier\w*)\s+(?:\p{{L}}+\s+){{0,3}}zusage(?<what>(?:,.+)?)|(?:eine )?zusage|ja(?<what>(?:,?\s+(?:weil|da|denn|aber)\b.+)?))$", Options)]
    private static partial Regex Accept();

    [GeneratedRegex($@"{Polite}(?:bestätige?(?:\s+{PronounOnly}(?=\s*(?:,|das|die|den|der)))?{Adverb}(?:\s*,?\s*(?<what>.+))?|(?:(?<what>.+?)\s+)?bestätigen(?<what>(?:,.+)?))$", Options)]
    private static partial Regex Confirm();

    [GeneratedRegex($@"{Polite}(?:versprich|verspreche)(?:\s+(?:{PronounOnly}|(?-i:\p{{Lu}})\p{{L}}+(?=\s*,)))?\s*,?\s+(?<what>.+)$", Options)]
    private static partial Regex Promise();

    [GeneratedRegex($@"{Polite}(?:gratuliere?(?:\s+{Who})?{Adverb}(?:\s+(?<what>(?:zu|zum|zur)\s+.+))?|(?:{Who}\s+)?(?<what>(?:zum|zur|zu)\s+.+?)\s+gratulieren)$", Options)]
    private static partial Regex Congratulate();

    [GeneratedRegex($@"{Polite}(?:nachfassen|nachhaken|nachfragen|hake?(?:\s+(?:bei\s+)?{Who})?{Adverb}\s+nach|frage?(?:\s+(?:bei\s+)?{Who})?{Adverb}\s+nach|erinnere?(?:\s+{Who})?{Adverb}|(?:{Who}\s+)?erinnern|(?:schreib\w*|schick\w*)\s+(?:\p{{L}}+\s+){{0,3}}erinnerung)$", Options)]
    private static partial Regex FollowUp();

    [GeneratedRegex(@"^(?:später antworten|antworte? (?:ihm |ihr |ihnen )?später|(?:sag\w* )?(?:ihm |ihr |ihnen )?(?:dass )?(?:ich )?(?:melde mich|mich (?:später )?melde|mich später melden)(?: später| bald)?)$", Options)]
    private static partial Regex Later();

    [GeneratedRegex(@"(?:^|,?\s+)(?<why>(?:weil|bevor|nachdem|sobald|damit|da(?=\s+(?:ich|wir|er|sie|es|mir|uns|die|der|das|den|herr|frau|mein\w*|unser\w*|noch|kein\w*)\b)|denn)\b.+|(?:aber\s+)?(?:nur\s+)?(?:falls|wenn|sofern|vorausgesetzt|unter der bedingung)\b.+)$", Options)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^(?:aber\s+)?(?:nur\s+)?(?:falls|wenn|sobald|sofern|sollte[n]?|vorausgesetzt)\s", Options)]
    private static partial Regex Condition();

    /// <summary>Whom an order is for, and how: said before what it is about.</summary>
    [GeneratedRegex(@"^\s*(?:(?:ihm|ihnen|ihr(?=$|\s+(?:das|die|den|der|ein\w*|mein\w*|unser\w*|für|zu|ab)\b)|bitte|höflich|freundlich|nett|kurz|leider|gerne?|noch|mal|auch|dankend)(?:\s+|$))+|\s+(?:höflich|freundlich|dankend|bitte|gerne?)$", Options)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"^(?<pronoun>(?:(?:mich|mir|uns)\s+)?)(?:bitte\s+)?", Options)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^(?:an|ans|zu|zum|zur|nach|für|auf)\s+", Options)]
    private static partial Regex Preposition();

    /// <summary>How a mail shall be, without the mail.</summary>
    [GeneratedRegex(
        @"^(?:bitte\s+)?(?:(?:sei|bleibe?|halte?(?: (?:es|dich))?|mach es)\s+)?(?:(?:kurz|knapp|schlicht|freundlich|höflich|förmlich|formell|nett|locker|sachlich|halten|bleiben|und|sehr|bitte)(?:\s+|$))+$|^auf (?:deutsch|englisch|französisch)$",
        Options)]
    private static partial Regex Manner();

    [GeneratedRegex($@"{Polite}(?:(?:schlage?|bie(?:t|te)|nenne?)\s+(?:{PronounOnly}\s+)?(?:\p{{L}}+\s+){{0,2}}(?:termine|zeiten|terminvorschläge)(?:\s+(?:vor|an|bitte|nächste woche|diese woche))*|(?:(?:drei|zwei|ein paar|einige|freie|mögliche|neue)\s+)*(?:termine|zeiten)\s+(?:vorschlagen|anbieten|nennen)|terminvorschl\w*)$", Options)]
    private static partial Regex Times();

    [GeneratedRegex(@"[\p{L}'-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    /// <summary>A sentence of the writer's that ends with an infinitive, or a clause that hangs on one before: no order.</summary>
    [GeneratedRegex(@"^(?:leider\s+)?(?:ich|wir|man|muss|müssen|kann|können)\b|^(?:ob|dass|wenn|falls|sobald|damit|um|sondern|nicht|auf keinen)\b|\b(?:bestätigen|nennen|schicken|senden|prüfen|sagen|geben|melden|beachten|rufen|teilen|kommen) sie\b|\b(?:sie|er) (?:hat|hatte|hatten|haben)\b|^(?!\s*(?:bitte|frag|sag|schreib|teil|antwort|erinner|versprich|richt|gib|lass|informier|bedank|gratulier|beschwer|entschuldig|widersprich|wünsch|lad|schlag|biet|nimm|lehn|stimm|bestätig|verschieb|empfiehl|kündig|bestell|buch|reservier|verlang)).*(?:\b(?:ich|wir|man|kann|können|will|wollen|muss|müssen|darf|dürfen|möchten?|werden?|wird|würden?|könnten?)\b.*\p{Ll}n$|\bzu \p{Ll}+n$|\p{Ll}zu\p{Ll}+en$)", Options)]
    private static partial Regex SaysHimself();

    [GeneratedRegex(@"\b(?:nicht|nie|niemals|keinen fall|keinesfalls)\b", Options)]
    private static partial Regex Not();

    /// <summary>Belongs to the verb before it.</summary>
    [GeneratedRegex(@"\bzu \p{Ll}+n$|\p{Ll}zu\p{Ll}+en$", RegexOptions.CultureInvariant)]
    private static partial Regex ToInfinitive();

    [GeneratedRegex("^(?:bitte|dann|auch|noch|und|aber|nur)$", Options)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\bsoll(?:en|te|ten)?\s+(?:sie|ers?)\b|^(?:und\s+)?(?:sie|er)\s+soll(?:en|te|ten)?\b", Options)]
    private static partial Regex ReaderShould();

    /// <summary>Of the orders above, said in a way that is not understood.</summary>
    [GeneratedRegex(@"^(?:bitte\s+)?(?:lehne?|sage?|nimm|bedanke?|gratuliere?|wünsche?|beschwere?|widersprich|versprich|bestätige?|verschiebe?|erinnere?|frage?|lade?|schlage?|biete?|stimme?|informiere?)\b(?!\s+(?:ich|wir)\b)", Options)]
    private static partial Regex KnownVerb();

    /// <summary>"Widersprich ihm", "Kläre mit Herrn Otto": whoever the verb is.</summary>
    [GeneratedRegex(@"^(?:bitte\s+)?(?!(?:sie|ich|wir|es|das|dann|damit|dass|ob|wenn|weil|muss|kann|will|soll|darf|habe?|hat|ist|werde|wird|möchte|würde|könnte|bin)\b)\p{L}{3,}\s+(?:dich|ihm|ihnen|ihn|(?:mit |bei |an )?(?:herrn|frau))\b", Options)]
    private static partial Regex ToSomebody();

    /// <summary>Behind the verb: the writer speaks of himself.</summary>
    [GeneratedRegex("^(?:ich|wir)$", Options)]
    private static partial Regex Own();

    /// <summary>"melde mich am Montag"; "melde mich krank" is an order.</summary>
    [GeneratedRegex(@"^(?:und\s+)?(?:melde?|freue?|entschuldige?)\s+(?:mich|uns)\b(?!.*\b(?:krank|an|ab)\b)", Options)]
    private static partial Regex OfMyself();

    [GeneratedRegex(@"\b(?:nicht|kein\w*|nichts)\b.*\b(?:\p{L}+en|\p{L}+ern)$|^(?:nicht|nichts)\b.*\p{Ll}en$", Options)]
    private static partial Regex Denial();

    [GeneratedRegex("^(?:anhängen|reklamieren|kündigen|bestellen|buchen|mahnen|widersprechen|beilegen|zugeben|lassen|bleiben|ausrichten|weiterleiten|mitschicken|nennen|begründen|loben|einladen|geben|nachfragen|fragen|erklären|betonen|erwähnen|telefonieren)$", Options)]
    private static partial Regex OrderInfinitive();

    [GeneratedRegex(@"\b(?:ich|wir|kann|können|will|wollen|muss|müssen|soll|sollen|darf|dürfen|möchten?|werden?|wird|würden?|könnten?|habe?|haben|hat|ist|sind|bin|war|waren|geht|gehen|lässt|lasse|brauch\w*|freu\w*)\b", Options)]
    private static partial Regex Finite();

    /// <summary>What begins as an order does and is said to the reader all the same.</summary>
    [GeneratedRegex(@"^(?:gute besserung|alles gute|viel (?:glück|erfolg|spaß)|herzlichen glückwunsch|freue? mich|bis (?:dann|bald|morgen|später)|liebe grüße|melde? dich (?:gern|wenn|falls)|komm gut)\b", Options)]
    private static partial Regex Statement();
}
