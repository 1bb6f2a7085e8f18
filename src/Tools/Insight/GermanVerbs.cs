using System.Collections.Frozen;

namespace Assistant.Tools.Insight;

/// <summary>What people ask each other to do, as stems ("schick"), from which German makes its orders ("schick", "schicke", "schickt"), promises ("ich schicke") and questions ("schickst du").</summary>
internal static class GermanVerbs
{
    private static readonly FrozenSet<string> Stems = Words(
        """
        schick send sag gib geb nenn ruf meld prüf überprüf frag erinner denk sorg bestell buch bestätig trag träg füll lad läd leit überweis unterschreib unterzeichn antwort beantwort teil mitteil such les lies schau kümmer bereit
        ergänz aktualisier erneuer start änder ändr wend halt hält fang fäng hör komm bring hol nimm nehm leg stell setz häng schreib schreit lass läss mach tu zeig erklär überleg entscheid wähl klick öffn schließ speicher druck kopier scann
        reich füg lösch entfern korrigier überarbeit übersetz verschieb sagab stornier kündig verlänger zahl bezahl beglich begleich spend hilf helf unterstütz achte acht vergiss vergess wart besuch triff treff vereinbar plan
        organisier koordinier informier vermeid verwend benutz nutz installier test teste probier versuch räum putz reinig gieß fütter wasch koch back kauf besorg pack klär regel erledig übernimm übernehm vertritt vertret
        begleit hinterleg hinterlass park stimm sprich sprech red telefonier mail mailt verteil veröffentlich bleib geh fahr fähr zieh schalt dreh drück heb notier merk gewähr forder kontaktier kontrollier vergleich berechn rechn schätz
        bewert kommentier begründ beantrag bearbeit zähl mess miss sammel sammle ordn archivier signier akzeptier genehmig verschick versend liefer erstell verfass entwirf entwerf formulier kürz streich markier aktivier
        deaktivier registrier logg wechsel tausch ersetz reparier montier bau mäh schneid streu verständig benachrichtig weis richt trenn sortier entsorg verzicht unterlass pass vermerk quittier retournier behalt behält sperr
        stopp brich brech unterbrich beginn beend ess iss trink dreh mel reservier verpflicht vereinbar grüß lern üb les wiederhol hak häng klemm fass ergreif nachhol such spar mahn erinner wirf werf empfiehl empfehl einig
        erkundig melde check google rück schieb schlag schläg bind näh besprech besprich streich wisch saug lüft heiz wähl verbind überreich überbring hinzufüg freigeb abgeb mitbring heft loch unterbreit biet bitt lenk steck
        """);

    /// <summary>Verbs that ask only where and whether the reader is: "kommst du?" wants an answer, not a deed.</summary>
    private static readonly FrozenSet<string> Whereabouts = Words("komm geh fahr fähr bleib denk plan nutz hör wart zahl such lern red koch back wähl ess iss trink beginn pass stimm merk besuch zieh spar acht heiz hält halt arbeit schätz");

    /// <summary>Of what I do, no promise to anybody.</summary>
    private static readonly FrozenSet<string> Unpromised = Words("komm geh fahr fähr bleib denk plan nutz hör wart lern zähl iss ess trink heiz stimm pass spar acht beginn bitt schätz empfehl erinner lass halt trag");

    /// <summary>What we do for somebody; other things that we do are news.</summary>
    private static readonly FrozenSet<string> Deliveries = Words("schick send meld klär liefer leit prüf überprüf zahl erledig geb überweis kümmer erstatt bring besorg schreib entscheid informier bearbeit reparier ersetz tausch korrigier reich übernehm benachrichtig verschick versend ruf stell korrigier erstell behandel behandl");

    /// <summary>Stems that are nouns, too: an order only with an ending.</summary>
    private static readonly FrozenSet<string> Nouns = Words("plan test start park kauf druck buch teil ruf bau schutz koch pack mail back stimm pass red acht loch reich bereit stopp sammel regel wechsel tausch check rück zieh begleich mess näh heft räum schlag bind lenk bitt liefer richt sperr acker such putz wart fang häng fass merk mach geb les nehm helf sprech treff vergess vertret entwerf brech werf empfehl läss fäng fähr träg läd hält behält schläg übernehm");

    /// <summary>Of what a verb that can be separated begins with.</summary>
    private static readonly string[] Prefixes = ["zurück", "zusammen", "weiter", "nach", "durch", "heraus", "hinaus", "hoch", "fest", "frei", "fertig", "bereit", "hinzu", "vorbei", "herunter", "runter", "rein", "raus", "mit", "vor", "aus", "auf", "ein", "bei", "hin", "her", "los", "weg", "dar", "um", "zu", "ab", "an"];

    /// <summary>"schick", "schicke": an order to du.</summary>
    /// <param name="word">As it is written: with a capital it may be a noun.</param>
    public static bool IsOrder(string word) => word.ToLowerInvariant() is var lower && ((Stems.Contains(lower) && (char.IsLower(word[0]) || !Nouns.Contains(lower))) || (EndsWith(lower, "e", out var stem) && Stems.Contains(stem)));

    /// <summary>"schickt": an order to ihr, or what somebody else does.</summary>
    public static bool IsOrderToMany(string word) => word.ToLowerInvariant() is var lower && (EndsWith(lower, "et", out var stem) || EndsWith(lower, "t", out stem)) && Stems.Contains(stem);

    /// <summary>"schicke": what I do.</summary>
    public static bool IsMine(string word) => word.ToLowerInvariant() is var lower && (EndsWith(lower, "e", out var stem) || (stem = lower).Length > 0) && Stems.Contains(stem) && !Unpromised.Contains(stem);

    /// <summary>"schicken": what we do for somebody.</summary>
    public static bool IsOurs(string word) => word.ToLowerInvariant() is var lower && (EndsWith(lower, "en", out var stem) || EndsWith(lower, "n", out stem)) && Deliveries.Contains(stem);

    /// <summary>"schickst", "schickt", "schicken": what du, ihr or Sie are asked to do.</summary>
    public static bool IsAsked(string word) => word.ToLowerInvariant() is var lower
        && (EndsWith(lower, "est", out var stem) || EndsWith(lower, "st", out stem) || EndsWith(lower, "et", out stem) || EndsWith(lower, "en", out stem) || EndsWith(lower, "t", out stem) || EndsWith(lower, "n", out stem))
        && (Stems.Contains(stem) || Stems.Contains(stem + "s")) && !Whereabouts.Contains(stem);

    /// <summary>"nachholen", "abgeben"; with <paramref name="alsoSimple"/> also "schicken", which may be what several do.</summary>
    public static bool IsInfinitive(string word, bool alsoSimple)
    {
        var lower = word.ToLowerInvariant();
        if (!EndsWith(lower, "en", out var stem) && !EndsWith(lower, "n", out stem))
            return false;
        return (alsoSimple && Stems.Contains(stem)) || Prefixes.Any(prefix => stem.StartsWith(prefix, StringComparison.Ordinal) && Stems.Contains(stem[prefix.Length..]));
    }

    private static bool EndsWith(string word, string ending, out string stem)
    {
        var ends = word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal);
        stem = ends ? word[..^ending.Length] : "";
        return ends;
    }

    private static FrozenSet<string> Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
