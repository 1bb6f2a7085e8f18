using System.Text.RegularExpressions;

namespace Assistant.Tools.Insight;

/// <summary>How German asks and promises.</summary>
internal static partial class GermanTasks
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The reader; <c>Sie</c> only with its capital.</summary>
    private const string You = "(?:du|ihr|(?-i:Sie))";

    private const string YouAsObject = "(?:dich|dir|euch|(?-i:Sie)|(?-i:Ihnen))";

    public static int? Request(string clause, bool isQuestion, bool mayOrder) => isQuestion && QuestionWord().IsMatch(clause)
        ? TaskWords.Earliest(clause, Suggesting())
        : TaskWords.Earliest(clause, Asking(), Needing(), Duty(), Missing(), Wishing(), Suggesting(), Telling(), isQuestion ? AskingMore() : Ordering())
            ?? (isQuestion ? Asked(clause) : mayOrder ? Order(clause) ?? Infinitive(clause) ?? Told(clause) : null);

    /// <param name="clause">Without white space around it.</param>
    /// <param name="saysWhen">A time is in it: then it is a promise to do nearly anything, "am Montag streiche ich die Wand".</param>
    public static int? Promise(string clause, bool saysWhen) => NoPromise().IsMatch(clause) ? null
        : TaskWords.Earliest(clause, Willing(), Receiving(), Word()) ?? Mine(clause) ?? (saysWhen ? TaskWords.Earliest(clause, MineThen()) : null);

    public static bool IsPolite(string clause) => Polite().IsMatch(clause);

    public static bool IsAboutReader(string clause) => AboutReader().IsMatch(clause);

    public static bool IsFree(string clause) => Free().IsMatch(clause);

    [GeneratedRegex(@"^(\p{L}+[,:] |und |aber |also )*(was|wann|wo|wohin|woher|wem|wen|wessen|welche[rsnm]?|warum|wieso|weshalb|wie|womit|wofür|worüber)\b", Options)]
    private static partial Regex QuestionWord();

    /// <summary>"Schick ihn mir", "dann meldet euch": an order to du or ihr.</summary>
    private static int? Order(string clause)
    {
        var start = OrderStart().Match(clause);
        var verb = FirstWord().Match(clause, start.Length);
        if (!verb.Success || NoOrder().IsMatch(clause[verb.Index..]))
            return null;
        var isOne = GermanVerbs.IsOrder(verb.Value) || (GermanVerbs.IsOrder(verb.Value.ToLowerInvariant()) && Object().IsMatch(clause[(verb.Index + verb.Length)..]));
        return isOne || (!start.Groups["then"].Success && GermanVerbs.IsOrderToMany(verb.Value)) ? verb.Index : null;
    }

    /// <summary>"Schickst du mir", "übernehmen Sie": asked whether they do it, and meant as a request.</summary>
    private static int? Asked(string clause)
    {
        foreach (Match match in VerbAndYou().Matches(clause))
        {
            if (GermanVerbs.IsAsked(match.Groups["verb"].Value))
                return match.Index;
        }

        return null;
    }

    /// <summary>"Du bringst den Salat mit": said as what will be, and meant as a request.</summary>
    private static int? Told(string clause) => YouAndVerb().Match(clause) is { Success: true } match && GermanVerbs.IsAsked(match.Groups["verb"].Value) ? match.Index : null;

    [GeneratedRegex(@"^(?:und |dann |aber )?(?:du|ihr|jede[rs]?(?: von euch)?|alle) (?!schreib|frag|sag|nenn|meld|such)(?<verb>\p{L}+)\b", Options)]
    private static partial Regex YouAndVerb();

    /// <summary>"Jetzt nachholen", "Schlüssel bringen!": the infinitive alone, with nobody who does it. Without the mark the verb is one that would be cut in two elsewhere.</summary>
    private static int? Infinitive(string clause) =>
        LastWord().Match(clause) is { Success: true } last && GermanVerbs.IsInfinitive(last.Groups["word"].Value, clause.EndsWith('!')) && !SomebodyOrHelper().IsMatch(clause) && Words().Count(clause) <= 10 ? 0 : null;

    private static int? Mine(string clause)
    {
        foreach (Match match in IAndVerb().Matches(clause))
        {
            if (match.Groups["mine"] is { Success: true } mine ? GermanVerbs.IsMine(mine.Value) : GermanVerbs.IsOurs(match.Groups["ours"].Value))
                return match.Index;
        }

        return null;
    }

    [GeneratedRegex(
        @"(?<!\b(kleine|eine|meine|große|die|der) )\bbitte\b"
        + $@"|\b(wärst|wärest|wären|wäret|wärt) {You} (so (lieb|nett|gut|freundlich)|bereit)\b"
        + @"|^(könntest|kannst|magst|würdest) (mir|uns|mal|noch|ihn|sie|es|das|ja)\b|^\p{L}+st (du )?(mir|uns)\b|^\p{L}+st (mal|dich)\b"
        + $@"|\b(hast|hättest|haben|hätten|habt|hättet) {You}( \p{{L}}+){{0,2}} (zeit|lust|luft)$"
        + $@"|\b(wenn|sobald|falls) {You} (mir|uns)\b.*\b(schick|send|gib|geb|sag|bring|zeig|nenn|mail|überweis|besorg|leih)\p{{L}}*$"
        + @"|\b(könntest|würdest) du\b(?! (gern|gerne|sagen|empfehlen))|\b(könntet|würdet) ihr\b|\b(könnten|würden) (?-i:Sie)\b"
        + @"|\b(könnte|könnten|würde|mag|kann) (jemand|einer|eine|wer|irgendwer|mir|uns|bitte)\b"
        + $@"|\b{You}( \p{{L}}+)? (könntest|könntet|könnten|würdest|würdet|müsstest|müsstet|müssten)\b"
        + $@"|\b(wenn|falls|ob|dass) ({You}|jemand|einer)\b.*\b(könntest|könntet|könnten|könnte|würdest|würdet|würden|würde|magst)\b"
        + $@"|\bob {You}\b.*\b(kannst|könnt|können)\b"
        + @"|\bob (ich|wir)\b.*\b(kann|können|könnte|könnten|darf|dürfen)\b|\bob es (dir |euch |Ihnen )?möglich\b"
        + @"|\bwäre es (dir |euch |Ihnen |vielleicht |eventuell |noch )*(möglich|machbar|denkbar|okay|ok|recht)\b|\bist es möglich\b"
        + @"|\bwer (kann|könnte|mag|möchte|übernimmt|kümmert|bringt|hilft|springt|würde|macht|hätte|meldet|fährt|holt|kocht|backt|bäckt|schreibt)\b"
        + $@"|\b(darf|dürfte|dürfen|dürften|kann|können|könnte|könnten) (ich|wir) {YouAsObject} (noch |vielleicht |kurz )*(bitten|um|fragen|daran)\b"
        + @"|\b(könnten|können|wollen|sollen|sollten|lass|lasst) (wir|uns)\b(?=.*\b(reden|sprechen|telefonieren|treffen|sehen|verschieben|besprechen|klären|machen|gehen|abstimmen|zusammensetzen|vereinbaren|verabreden|überlegen|schauen|nehmen)\b)",
        Options)]
    private static partial Regex Asking();

    /// <summary>Requests only in a question.</summary>
    [GeneratedRegex(
        @"\b(kannst|magst|willst|wirst|hilfst) (du|mir|uns)\b(?! (dir|mitkommen|kommen|dich|das glauben))"
        + @"|\b(könnt|mögt|wollt) (ihr|euch)\b(?! (mitkommen|kommen))|\b(können|mögen|wollen) (?-i:Sie)\b(?! (kommen|teilnehmen|sich (das )?vorstellen))"
        + @"|\b{You} (kannst|könnt|können)\b|\b(kann|dürfte|könnte|darf) (ich|man|wir)\b.*\b(bekommen|haben|kriegen|bitten|erhalten|ausleihen|leihen|borgen)\b"
        + @"|\b(bekomme|kriege|bekommen|kriegen) (ich|wir)\b",
        Options)]
    private static partial Regex AskingMore();

    [GeneratedRegex(
        @"^(?:und |dann |also |oder |\p{L}+[,:] )?(?!(?:haben|sind|werden|wollen|können|möchten|sollten|würden|wären|hätten|müssen|müssten|dürfen|dürften|kennen|wissen|glauben|erhalten|bekommen|brauchen|entschuldigen|verzeihen|zögern|freuen|genießen|finden|sparen|entdecken|mögen|falls|wenn|seien)\b)\p{L}+(?:en|ern|eln) (?-i:Sie)\b"
        + @"|^(?:und |dann |also )?seien (?-i:Sie) (?!versichert|gegrüßt|willkommen)",
        Options)]
    private static partial Regex Ordering();

    [GeneratedRegex(
        @"\b(ich|wir|man)( \p{L}+){0,3}? (brauch|bräucht|brauche|brauchen|bräuchte|bräuchten|braucht|benötige|benötigen|benötigten)\b(?! (keine?|nicht|nichts|urlaub|eine pause)\b)"
        + @"|\b(brauche|brauchen|bräuchte|bräuchten|benötige|benötigen|benötigt) (ich|wir|er|sie|die|der|das)\b(?! (\p{L}+ )?(keine?|nicht|nichts)\b)"
        + @"|\b(wird|werden)( \p{L}+){0,3} (benötigt|gebraucht|verlangt|erwartet|gewünscht|gesucht|erbeten|gebeten|aufgefordert)\b"
        + @"|\b(ist|sind|seid)( \p{L}+){0,3} (gebeten|aufgefordert|verpflichtet|angehalten)\b"
        + @"|\b(ist|sind|wäre|wären)( \p{L}+){0,6} (erforderlich|notwendig|nötig|pflicht|obligatorisch|zwingend|fällig|dringend)\b|\b(wir|ich) (suche|suchen)\b"
        + @"|\bsuchen wir\b|\bgesucht\b|\b(ich|wir)( \p{L}+){0,2} erwarten?\b|\berwarten? (ich|wir)\b|\bhandlung(sbedarf| erforderlich)\b"
        + @"|\b(ich|wir)( \p{L}+){0,3}? (bitte|bitten|ersuche|ersuchen|erbitte|erbitten|fordere|fordern|erinnere|erinnern)\b(?! mich\b)"
        + @"|\b(bitten|ersuchen|erbitten|fordern|erinnern) wir\b"
        + $@"|\b{YouAsObject}( \p{{L}}+){{0,4}} (zu bitten|bitten)\b"
        + @"|\bum\b.{3,60}\b(gebeten|wird gebeten|gebeten wird)\b"
        + @"|\b(wünscht|wünschen|verlangt|verlangen|bittet|bitten|fordert)\b(?! (\p{L}+ )?(dir|euch|ihnen|allen|viel|alles|frohe|schöne|einen schönen|eine schöne|sich)\b)(?<!\b(wir|ich) (wünschen|wünscht))(?= (um|eine?n?|die|das|den|mehr|noch|eure|ihre|deine|dass|\p{L}+e \p{L}+))"
        + @"|\b(chef|chefin|kunde|kundin|prüfer|amt|behörde|bank|versicherung|schule|leitung|vorstand|anwalt|finanzamt|gutachter|vermieter) ((will|wollen|möchte|möchten)\b(?!.*\p{L}en[.!]?$)|braucht|brauchen|besteht)\b",
        Options)]
    private static partial Regex Needing();

    [GeneratedRegex(
        $@"\b{You}( \p{{L}}+){{0,2}}? (musst|müsst|müssen|solltest|solltet|sollten|sollst|sollt|dürft nicht|darfst nicht|dürfen nicht)\b(?! (nicht|nichts|keine?|dich nicht|sich nicht)\b)"
        + $@"|\b(musst|müsst|müssen|solltest|solltet|sollst|sollt) {You}\b(?!( \p{{L}}+)? (nicht|nichts|keine?)\b)"
        + @"|(?<!^)\bsollten (?-i:Sie)\b(?! (fragen|noch fragen|probleme))"
        + @"|\b(jemand|einer von (euch|uns)|eine von (euch|uns)|irgendwer|alle|jede[rs]?|wer)\b.*\b(muss|müssen|soll|sollte|sollten|sollen)\b"
        + @"|\b(muss|müssen|soll|sollte|sollten|sollen) (dringend |noch |unbedingt |bitte |jetzt |mal )*(jemand|einer|alle|jede[rs]?)\b"
        + @"|(?<!\b(er|sie|ich) )\b(muss|müssen)\b.*\b(werden|\p{L}+(t|en|ig) sein|(da|hier|zurück|drin|raus|weg|vor ort|zu hause|dort) sein|erfolgen|vorliegen|ankommen|eingehen|rein|raus|weg|fertig|zurück|hin|her|ran|unterschreiben|passieren)\b"
        + @"|\b(ist|sind)\b.*\b(\p{L}*(?:ein|ab|vor|an|aus|zurück|mit|bei|nach|auf|um|weiter|frei|hoch|fest)zu\p{L}{3,}en|zu (entrichten|begleichen|bezahlen|zahlen|räumen|beachten|unterschreiben|leisten|überweisen|bringen|schicken|senden|melden|erledigen|prüfen|klären|richten|entfernen|bestätigen|beantworten|verwenden|stellen|machen))\b"
        + @"|\bwir (\p{L}+ )?(müssen|müssten|sollten)\b(?! (\p{L}+ )?(leider|ihnen leider|ablehnen|absagen))"
        + @"|\b(müssen|müssten|sollten) wir\b(?!.*\b(leider|absagen)\b)|\b(lasst|lass) uns\b|\b(du bist|ihr seid) dran\b"
        + @"|\b(liegt|hängt) (jetzt |nun |nur noch )?(bei|an) (dir|euch|(?-i:Ihnen))\b|\b(deine|eure|(?-i:Ihre)) aufgabe\b|\bes gilt\b.*\bzu\b"
        + @"|\bich (möchte|will|erwarte)$|\bwir (möchten|wollen|erwarten)$|\bes ist (\p{L}+ )?(wichtig|nötig|erforderlich|notwendig)$|\bfristgerecht\b"
        + @"|\bam besten\b.*\b\p{L}+(st|t) (du|ihr)\b",
        Options)]
    private static partial Regex Duty();

    [GeneratedRegex(
        @"\b(fehlt|fehlen)\b(?! (mir sehr|uns sehr|nichts|nur noch ein wunder))"
        + @"|\b(noch|bisher|bis heute|bislang|immer noch|weiterhin|leider|seitdem)( immer| leider)? (nicht|nichts|keine?\w*)\b.*\b(da|vor|erhalten|bekommen|eingegangen|zurück|gehört|bezahlt|beglichen|angekommen|gekriegt|gesehen|unterschrieben|überwiesen|geantwortet|gemeldet|abgegeben|ausgefüllt|zurückgegeben|eingereicht)\b"
        + @"|\b(warte|warten) (ich |wir )?(\p{L}+ ){0,3}auf (dein|ihr|eur|eine?|die|den|das|antwort|rückmeldung)|\b(steht|stehen)\b.*\b(noch aus|noch offen)\b"
        + @"|\b(noch|weiterhin|seit \p{L}+ \p{L}+) (offen|ausständig|ausstehend|unbezahlt|nicht beglichen)\b|\büberfällig\b"
        + @"|\bohne (deine|ihre|eure)\p{L}*\b.*\b(nicht|kein\w*)\b|\bim rückstand\b|\bvermissen (wir|noch)\b|\bwir vermissen (noch|deine?|ihre?n?|eure?)\b",
        Options)]
    private static partial Regex Missing();

    [GeneratedRegex(
        @"\b(wäre|wär|wären|wärs|wär's|wäre's)\b.*\b(froh|dankbar|schön|toll|super|lieb|nett|prima|klasse|hilfreich|wichtig|praktisch|ideal|perfekt|spitze|genial|verbunden|hilfe|cool|fein|großartig|grossartig|wunderbar|sinnvoll|geholfen|gut,? wenn)\b(?!.*\b(gewesen|wiederzusehen)\b)"
        + @"|\b(froh|dankbar|verbunden|schön|gut|toll|super|lieb|nett|hilfreich|prima|ideal|wichtig|geholfen) (wäre|wären)\b"
        + @"|\b(würde|würden|würd)\b.*\b(freuen|interessieren|helfen|begrüßen|bitten|brauchen|benötigen|wissen wollen|wissen)\b"
        + @"|\b(hätte|hätten)\b.*\b(gern|gerne|lieber|am liebsten)\b"
        + @"|\b(wüsste|wüssten|möchte|möchten|würde|würden)( \p{L}+)? (gern|gerne) (\p{L}+ )*(wissen|haben|erfahren|hören|sehen|besprechen|sprechen|treffen|kündigen|bestellen|buchen|reservieren|umtauschen|vereinbaren)\b"
        + @"|\b(wüsste|wüssten) (ich|wir)? ?gern"
        + @"|\b(möchte|möchten|will|wollen) (ich |wir )?(\p{L}+ ){0,6}(wissen|kündigen|bestellen|reservieren|vereinbaren|bitten)\b"
        + @"|\büber (eine?|deine?|ihre?|eure?|jede)\w* .*\b(freue|freuen|froh|dankbar)\b"
        + @"|\b(freue|freuen) (mich|uns)( \p{L}+)? über (deine?|ihre?|eure?|eine?|jede)\w*( \p{L}+)? (antwort|rückmeldung|nachricht|zusage|feedback|hilfe|unterstützung|kuchenspende|spende|bestätigung|mithilfe|beteiligung)"
        + $@"|\b(hoffe|hoffen)( \p{{L}}+)?(,)? {You} (kannst|könnt|können|schaffst|schafft|schaffen|hilfst)\b"
        + @"|\bauf (deine|eure|(?-i:Ihre))\b.*\bangewiesen\b"
        + $@"|\bauf {YouAsObject} (zähle|zählen)\b|\bzählen? auf {YouAsObject}\b"
        + @"|\b(interessiert|interessieren) (mich|uns)\b|\bvielleicht (kannst|könntest|magst) du\b",
        Options)]
    private static partial Regex Wishing();

    [GeneratedRegex(
        @"\bwie wäre es\b|\bwie wär'?s\b|\b(ich schlage|wir schlagen|schlage ich|schlagen wir)\b.*\bvor\b|\bmein vorschlag\b"
        + @"|\bwarum (nicht|\p{L}+en wir nicht|\p{L}+st du nicht)\b",
        Options)]
    private static partial Regex Suggesting();

    /// <summary>Set phrases that ask wherever they stand.</summary>
    [GeneratedRegex(
        @"\b(sei|seid) so (gut|lieb|nett|freundlich)\b"
        + @"|\b(gib|gebt|geben sie|sag|sagt|sagen sie) (mir |uns |ihm |ihr |dort |kurz |doch |einfach |bitte |noch |rechtzeitig |dann |am )*bescheid\b"
        + @"|\bbescheid (geben|sagen|gibst|gebt|sagst)\b|\b(halte?|haltet|halten sie) (mich|uns) auf dem laufenden\b"
        + @"|\b(vergiss|vergesst|vergessen sie|bitte) (\p{L}+ ){0,4}nicht\b|\bnicht vergessen\b|\b(denk|denkt|denken sie) (\p{L}+ )?(an|dran|daran)\b"
        + @"|\b(lass|lasst|lassen sie) (mich|uns) (\p{L}+ ){0,3}(wissen|hören)\b|\bu\.\s?a\.\s?w\.\s?g\b|\buawg\b"
        + @"|\bum (\p{L}+ ){0,3}(rückmeldung|antwort|zusendung|rückruf|bestätigung|überweisung|mitteilung|stellungnahme|freigabe|erledigung|rücksendung|unterzeichnung|begleichung|abholung|mithilfe) (\p{L}+ ){0,5}(bitten|gebeten|ersuchen|ersucht)\b"
        + @"|\bwollte(n)? (\p{L}+ ){0,4}fragen\b|\bfreiwillige\b.*\bgesucht\b",
        Options)]
    private static partial Regex Telling();

    [GeneratedRegex(
        @"^(?:[-*•–]\s*|\(?\d{1,2}[.)]\s*)?(?:(?:hallo|hi|hey|liebe[rs]?|moin|servus|@)?\s*\p{L}*\s*[:–-]\s*)?(?:(?:und|oder|also|einfach|wenn ja|falls ja|wenn nicht|falls nicht|ja|(?<then>dann|jetzt|sonst|ansonsten|danach|zuerst|zunächst|denn|nur|doch|so|bis dahin|notfalls))\s+){0,3}",
        Options)]
    private static partial Regex OrderStart();

    [GeneratedRegex(@"\G\p{L}+(?![-'’]\p{L})")]
    private static partial Regex FirstWord();

    /// <summary>What follows a verb and no noun.</summary>
    [GeneratedRegex(
        @"^ (mich|mir|uns|ihn|ihm|ihr|ihnen|sie|es|dir|dich|euch|doch|mal|bitte|kurz|noch|den|die|das|dem|einen?|auch|einfach|dann|nur|alle[sn]?|dein\p{L}*|mein\p{L}*|unser\p{L}*|nicht)\b",
        Options)]
    private static partial Regex Object();

    /// <summary>Farewells, what others or I do, with the pronoun left out ("kommt am Montag", "schicke dir"), and nouns that look like the verb.</summary>
    [GeneratedRegex(
        @"^(macht?('s| es) gut|kommt? gut|passt? (gut )?auf (dich|euch)|bleibt? (gesund|so|wie)|lasst? (es )?(dir|euch|dich) (gut|drücken|grüßen)|halt(et)? die ohren|halt (so|eben|nicht)\b|(grüße?|grüßt|sagt?|richte|bestelle?|gib)\b.*\b(grüße|gruß|von mir|kuss))\b"
        + @"|^(macht?|genieße?|genießt)( dir| euch)? (einen|eine|ein|die|den|das) (schöne|gemütliche|ruhige|gute)\p{L}*\b"
        + @"|^(geht|passt|stimmt|hängt|hält|bleibt|fährt|läuft|zeigt|trägt|zieht|hilfe|frage|suche|rede|grüße|macht (nichts|spaß|sinn|nur)|kommt (darauf|drauf|nicht|noch|am|im|erst|morgen|heute|vor|nach|an|aus|per))\b"
        + @"|^\p{L}+[.:]?$|^\p{L}+ (ich|wir|er|man|jemand|niemand|ist|war|sind|hat|wird|kann|der|des|von|anbei|hiermit)\b|^(meld|kümmer|bemüh|beeil)e? mich\b"
        + @"|^(schicke|sende|sage|gebe|bringe|leite|rufe|maile|schreibe|zeige|erkläre|überweise|melde|kümmere|setze|stelle|mache|lege)( (es|sie|ihn|das))? (mich|dir|dich|euch|(?-i:Ihnen|Sie))\b(?<!^(melde|kümmere|setze) dich)(?<!^(stelle|lege|setze|schicke|leite|rufe|bringe) (mich|es|sie))",
        Options)]
    private static partial Regex NoOrder();

    /// <summary>Polite words, and those of advertising, that ask for nothing.</summary>
    [GeneratedRegex(
        @"\bbei (weiteren |etwaigen )?(fragen|rückfragen|problemen)\b|\b(zögern|zögere) (sie|nicht)\b"
        + @"|\b(bitte )?(beachten|beachte|beachtet) (sie |bitte )?(auch )?(unsere|die|dass)\b|\bentschuldige\b|\bentschuldigen sie\b"
        + @"|\b(entschuldigung|verständnis|nachsicht|geduld)\b|\bmehr (dazu|infos|informationen|erfahren)\b|\bjetzt (zugreifen|bestellen|sichern|entdecken)\b"
        + @"|\b(newsletter|abmelden|abbestellen)\b|\bnichts (mehr |weiter )?(zu tun|tun|machen|zu veranlassen|unternehmen)\b"
        + @"|\b(brauchst|musst) du .*\b(nicht|nichts|kein\w*)\b|\b(brauchen|müssen) sie .*\b(nicht|nichts|kein\w*)\b|\bdu brauchst .*\b(nicht|nichts|kein\w*)\b"
        + @"|\bsie brauchen .*\b(nicht|nichts|kein\w*)\b|\b(nicht|kein\w*) (mehr )?(nötig|erforderlich|notwendig|handlungsbedarf)\b|\bkein handlungsbedarf\b"
        + @"|\bkeine? (sorgen?|gedanken|mühe|umstände|eile|stress|hektik)\b|\beilt nicht\b"
        + @"|\b(danke|dank|dankbar)\b.*\b(dass|für (deine|ihre|eure|die|das|den|alles))\b|\bvielen dank (für|dass)\b|\bkannst du dir (das )?(nicht )?vorstellen\b"
        + @"|\bnicht auf diese (e-?mail|nachricht|mail)\b|\bbitte (sehr|schön|gern)\b|\bbitteschön\b|\bnicht wundern\b|\bgern geschehen\b"
        + @"|\bwenn du (magst|möchtest|willst|lust hast)$|\bwenn sie (möchten|wollen|mögen)$|\bruhig melden\b|\bjederzeit (gern|gerne|zur verfügung)\b"
        + @"|\bals gegenstandslos\b|\b(wünsche|wünschen) (wir |ich )?(dir|ihnen|euch|allen)\b|\bleider\b.*\b(absagen|mitteilen|ablehnen)\b",
        Options)]
    private static partial Regex Polite();

    [GeneratedRegex($@"\b(?<verb>\p{{L}}{{3,}}) {You}\b", Options)]
    private static partial Regex VerbAndYou();

    [GeneratedRegex(@"(?<word>\p{L}+)[.!)]*$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(
        @"\b(ich|wir|du|ihr|sie|er|es|man|wer|zu|um|werden?|wird|würden?|kann|können|könnten?|muss|müssen|soll|sollen|sollten?|will|wollen|wollten?|möchten?|darf|dürfen|haben?|hat|hatten?|sind|ist|war|waren|wurden?|lassen|lässt|ohne|statt|wenn|dass|ob|weil|falls|bevor|beim|zum|vom|die|das|dem|im|am|und alle|gehen|helfen|danke|gruß|grüße|grüßen)\b(?<!\b(bis|am|zum) (am|zum|die|das))(?<!bis zum)",
        Options)]
    private static partial Regex SomebodyOrHelper();

    [GeneratedRegex(
        @"\bich (?:\p{L}+ ){0,2}?(?<mine>\p{Ll}+)\b|\b(?<mine>\p{L}+) ich\b|\bwir (?:\p{L}+ ){0,1}?(?<ours>\p{Ll}+)\b|\b(?<ours>\p{L}+) wir\b"
        + @"|^(?:und |dann |aber )*(?<mine>\p{L}+) (?:mich|dir|euch|(?-i:Ihnen)|es dir|sie dir|ihn dir|es (?-i:Ihnen)|sie (?-i:Ihnen))\b",
        Options)]
    private static partial Regex IAndVerb();

    [GeneratedRegex(
        @"\b(ich|wir) (\p{L}+ ){0,3}?(werde|werden)\b(?! (sehen|vermissen|\d+|nie\b|niemals))|\b(werde|werden) (ich|wir)\b"
        + @"|\b(ich|wir) (will|wollen|möchte|habe vor|haben vor|plane|planen|versuche|versuchen|bemühe mich|bemühen uns|kann|können|könnte) (?!(nicht|nichts|leider|kein\w*)\b)([\p{L}\d.,-]+ ){0,8}\p{L}*(schicken|senden|schreiben|machen|erledigen|übernehmen|liefern|bringen|anrufen|klären|fertigstellen|abgeben|vorlegen|nachreichen|buchen|besorgen|kümmern|mitbringen|abholen|vorbereiten|zahlen|überweisen|prüfen|nachliefern|fragen|fertig werden|fertig machen|leihen|anbieten|geben)\b"
        + @"|\b(versuche|plane|kann|könnte|will) ich\b(?! (nicht|leider|kein\w*)).*\b\p{L}*(schicken|senden|schreiben|machen|übernehmen|liefern|bringen|klären|abgeben|nachreichen|buchen|besorgen|kümmern|abholen|vorbereiten|zahlen|überweisen|prüfen|fragen|geben|leihen|erledigen)\b"
        + @"|\b(ich|wir) (arbeite|arbeiten|sitze|sitzen) (\p{L}+ ){0,3}(an|dran|daran)\b|\bich bin (schon |gerade |bereits )*(dran|dabei|am ball)\b"
        + @"|\bbin (schon |gerade )?dran\b|\b(ich|wir)( \p{L}+)? (verspreche|versprechen|sagen? (\p{L}+ )?zu|entscheide|entscheiden|bemühen uns)\b"
        + @"|\b(würde|werde) ich dasselbe\b|\bich habe \p{L}+ (\p{L}+ ){0,3}(bis|am) .*\bfertig\b",
        Options)]
    private static partial Regex Willing();

    [GeneratedRegex(
        @"\b(erhalten|bekommen|hören) (?-i:Sie)\b(?! (diese|dieses|den newsletter))|\b(erhältst|bekommst|kriegst|hörst) du\b"
        + @"|\b(bekommt|erhaltet|kriegt|hört) ihr\b|\b(?-i:Sie) (erhalten|bekommen|hören)\b(?! (diese|dieses|haben|hat|den newsletter|unseren newsletter))"
        + @"|\bdu (bekommst|kriegst|hörst|erhältst)\b"
        + @"|\b(bis|am|morgen|heute|nächste)\b.*\b(hast du|haben (?-i:Sie)|habt ihr) (die|den|das|dein\p{L}*|(?-i:Ihr\p{L}*)|eine?n?|alles)\b"
        + @"|\b(lieferung|versand|zahlung|erstattung|auszahlung|rückzahlung) erfolgt\b|\b(geht|gehen) (dir|euch|(?-i:Ihnen))\b(?! (es|so))"
        + @"|\b(geht|gehen)\b.*\b(an (dich|euch|(?-i:Sie)) raus|raus|zu)[.!]*$"
        + @"|\b(wird|werden)\b.*\b(zugeschickt|zugesandt|zugesendet|gesendet|geschickt|versendet|versandt|erstattet|überwiesen|gutgeschrieben|nachgeliefert|nachgereicht|verschickt|zugestellt|behoben|ausgetauscht|nachgesendet|nachgeschickt|übermittelt|zurückgezahlt)\b"
        + @"|\bwird (gemacht|erledigt)\b|\b(lasse ich|ich lasse|lassen wir|wir lassen)\b(?! (uns|mich)\b)|\b(kommt|kommen|folgt|folgen) (\p{L}+ )*(von mir|von uns|per post|per mail|mit der post)\b"
        + @"|\b(wird|werden)\b.*\b(bearbeitet|geprüft|repariert)\b|\bkommen? (dann )?auf (dich|euch|(?-i:Sie)) zu\b|\b(lasse|lassen)\b.*\bzukommen\b"
        + @"|\bmeldet sich( \p{L}+){0,3} bei (dir|euch|(?-i:Ihnen))\b|\bkümmert sich (darum|drum|um)\b"
        + @"|\bunsere? \p{L}+ (kommt|meldet|ruft|schickt|prüft|setzt|liefert|bringt|kümmert|erledigt)\b|\bdas team (liefert|schickt|prüft|meldet|kümmert)\b"
        + @"|\b(er|sie|wir|man) (meldet|melden) sich bei (dir|euch|(?-i:Ihnen))\b",
        Options)]
    private static partial Regex Receiving();

    /// <summary>What I do at some time, and what will be there then; not where I am and what I feel.</summary>
    [GeneratedRegex(
        @"\bich (?!(?:arbeite|fliege|fahre|gehe|bleibe|habe|feiere|ziehe|wohne|reise|verreise|starte|beginne|heirate|lande|sitze|stehe|liege|bekomme|sehe|esse|schlafe|laufe|spiele|warte|brauche|möchte|würde|könnte|hätte|wäre|vermisse|verstehe|"
        + @"gerne?|heute|alle|eine|meine|deine|keine|erwarte|benötige|rechne|sage|komme|treffe|lerne|koche|trage)\b)(?-i:\p{Ll}+e)\b"
        + @"|\b(ist|sind)\b.*\b(fertig|bei (dir|euch|(?-i:Ihnen))|auf (deinem|(?-i:Ihrem)|dem) (schreib)?tisch|in (deinem|(?-i:Ihrem)) (postfach|briefkasten))\b",
        Options)]
    private static partial Regex MineThen();

    /// <summary>A word that is given.</summary>
    [GeneratedRegex(
        @"(?<!\bwie )\bversprochen\b(?! ist| war)|\bverlass (dich|euch) (drauf|darauf|auf mich)\b|\bauf mich (kannst|könnt|können)\b"
        + @"|\b(schuldig|schulde (ich|dir))\b|\b(mach|mache|übernehme|erledige) ich\b|\bich sage (\p{L}+ )?zu\b|\bgeht klar\b|\behrenwort\b|\bhand drauf\b|\bsteh(e|en) (ich|wir) gerade\b",
        Options)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^(sonst|ansonsten|wenn nicht|falls nicht)\b|\b(nicht|nie|niemals|keine?\w*|leider)\b(?! (vor|später als))(?!.*\b(sondern|melde)\b)"
        + @"|\bfreuen?\b|\bdaumen\b|\b(derzeit|momentan|zurzeit|aktuell)\b"
        + @"|\b(ich|wir) (bin|sind|habe|haben|hatte|hatten|war|waren)\b(?!.*\b(dran|dabei|vor|fertig)\b)"
        + @"|\b(anbei|hiermit|im anhang|beigefügt|beiliegend|gerade|immer|seit|meistens|oft|damals|gestern|vorgestern)\b|\bich werde \d+\b"
        + @"|\b(finde|denke|glaube|hoffe|meine|frage mich|freue|wünsche|danke|gratuliere|schlage vor|schlagen vor|bitte|bitten)\b"
        + @"|\bich bin\b(?! (schon |gerade )?(dran|dabei))|\bwenn ich\b|\bob ich\b|\bals ich\b|\bwie ich\b"
        + @"|\bdass ich\b(?!.*\b(schicke|sende|melde|mache|komme|liefere|zahle)\b)",
        Options)]
    private static partial Regex NoPromise();

    [GeneratedRegex(
        @"\b(du|dich|dir|dein\p{L}*|euch|euer|eure\p{L}*|(?-i:Sie)|(?-i:Ihnen)|(?-i:Ihr\p{L}*)|jemand|alle|jede[rs]?|wer)\b"
        + @"|\b(zahlbar|fällig|muss|müssen|soll|sollen|sollte|sollten|gehört|gehören|erbeten|(an|ab|rück)(meldung|gabe)(en)?|rückmeldungen|antwort(en)?|zusagen?|(ein|über)?zahlung|bewerbungen)\b"
        + @"|\bzu \p{L}+en\b",
        Options)]
    private static partial Regex AboutReader();

    [GeneratedRegex(
        @"\b(ich|er|sie) (muss|soll|sollte)\b|\b(muss|soll) ich\b|\b(wird|werden|kannst|könnt|können|darfst|dürft|dürfen|kann|darf)\b"
        + @"|\b(kostenlos\p{L}*|gratis|gültig|gilt|gelten|geöffnet|geschlossen|offen|verfügbar|läuft|dauert|dauern|bleibt|bleiben|verschoben|verlängert|gebucht|reserviert|unterwegs|abwesend|urlaub|verreist|krank|weg|zurück|war|waren|wurde|wurden|hatte|hatten|habe|haben|hast|hat|danke|vielen dank|bin|sind|wird geliefert|kommt|ankommen|ankunft|liefer\p{L}*)\b",
        Options)]
    private static partial Regex Free();
}
