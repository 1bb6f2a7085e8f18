using System.Collections.Frozen;

namespace Assistant.Tools.Insight;

/// <summary>What people ask each other to do, as stems ("schick"), from which German makes its orders ("schick", "schicke", "schickt"), promises ("ich schicke") and questions ("schickst du").</summary>
internal static class GermanVerbs
{
    private static readonly FrozenSet<string> Stems = Words(
        """
        abgeb aktivier aktualisier akzeptier antwort archivier back bau beantrag beantwort bearbeit beend beginn begleich begleit beglich begründ behalt behält benachrichtig
        benutz berechn bereit besorg besprech besprich bestell bestätig besuch bewert bezahl biet bind bitt bleib brech brich bring buch check deaktivier denk dreh druck drück
        einig empfehl empfiehl entfern entscheid entsorg entwerf entwirf ergreif ergänz erinner erklär erkundig erledig erneuer ersetz erstell ess fahr fang fass forder formulier
        frag freigeb fähr fäng füg füll fütter geb geh genehmig gewähr gib gieß google grüß hak halt heb heft heiz helf hilf hinterlass hinterleg hinzufüg hol hält häng hör
        informier installier iss kauf klick klär koch komm kommentier kontaktier kontrollier koordinier kopier korrigier kümmer kündig kürz lad lass leg leit lenk lern les liefer
        lies loch logg läd läss lösch lüft mach mahn mail markier meld merk mess miss mitbring mitteil montier mäh nachhol nehm nenn nimm notier nutz näh ordn organisier pack
        park pass plan probier prüf putz quittier rechn red regel registrier reich reinig reparier reservier retournier richt ruf räum sag sammel sammle saug scann schalt schau
        schick schieb schlag schließ schläg schneid schreib schätz send setz signier sorg sortier spar speicher spend sperr sprech sprich start steck stell stimm stopp stornier
        streich streu such tausch teil telefonier test trag treff trenn triff trink träg tu unterbreit unterbrich unterlass unterschreib unterstütz unterzeichn verbind vereinbar
        verfass vergess vergiss vergleich verlänger vermeid vermerk verpflicht verschick verschieb versend verständig versuch verteil vertret vertritt verwend verzicht
        veröffentlich wart wasch wechsel weis wend werf wiederhol wirf wisch wähl zahl zeig zieh zähl änder ändr öffn üb überarbeit überbring überleg übernehm übernimm überprüf
        überreich übersetz überweis
        """);

    /// <summary>Verbs that ask only where and whether the reader is: "kommst du?" wants an answer, not a deed.</summary>
    private static readonly FrozenSet<string> Whereabouts = Words(
        """
        acht arbeit back beginn besuch bleib denk ess fahr fähr geh halt heiz hält hör iss koch komm lern merk nutz pass plan red schätz spar stimm such trink wart wähl zahl zieh
        """);

    /// <summary>Of what I do, no promise to anybody.</summary>
    private static readonly FrozenSet<string> Unpromised = Words("acht beginn bitt bleib denk empfehl erinner ess fahr fähr geh halt heiz hör iss komm lass lern nutz pass plan schätz spar stimm trag trink wart zähl");

    /// <summary>What we do for somebody; other things that we do are news.</summary>
    private static readonly FrozenSet<string> Deliveries = Words(
        """
        bearbeit behandel behandl benachrichtig besorg bring buch druck entscheid erledig ersetz erstatt erstell geb gewähr hol informier installier klär kopier korrigier kümmer
        leg leit liefer meld montier nachliefer nehm prüf reich reparier reservier ruf schick schreib send setz sorg stell stornier tausch veranlass verschick versend zahl
        überarbeit übernehm überprüf überweis
        """);

    /// <summary>Stems that are nouns, too: an order only with an ending.</summary>
    private static readonly FrozenSet<string> Nouns = Words(
        """
        back bau begleich behält bereit bind bitt brech buch check druck empfehl entwerf fang fass fähr fäng geb heft helf hält häng kauf koch lenk les liefer loch läd läss mach
        mail merk mess nehm näh pack park pass plan putz red regel reich richt ruf räum sammel schlag schläg sperr sprech start stimm stopp such tausch teil test treff träg
        vergess vertret wart wechsel werf zieh übernehm
        """);

    /// <summary>Of what a verb that can be separated begins with.</summary>
    private static readonly string[] Prefixes = ["zurück", "zusammen", "weiter", "nach", "durch", "heraus", "hinaus", "hoch", "fest", "frei", "fertig", "bereit", "hinzu", "vorbei", "herunter", "runter", "rein", "raus", "mit", "vor", "aus", "auf", "ein", "bei", "hin", "her", "los", "weg", "dar", "um", "zu", "ab", "an"];

    /// <summary>"schick", "schicke": an order to du.</summary>
    /// <param name="word">As it is written: with a capital it may be a noun.</param>
    public static bool IsOrder(string word) =>
        word.ToLowerInvariant() is var lower && ((Stems.Contains(lower) && (char.IsLower(word[0]) || !Nouns.Contains(lower))) || Stem(lower, "e") is not null);

    /// <summary>"schickt": an order to ihr, or what somebody else does.</summary>
    public static bool IsOrderToMany(string word) => Stem(word.ToLowerInvariant(), "et", "t") is not null;

    /// <summary>"schicke", "schick": what I do.</summary>
    public static bool IsMine(string word) => Stem(word.ToLowerInvariant(), "e", "") is { } stem && !Unpromised.Contains(stem);

    /// <summary>"schicken": what we do for somebody.</summary>
    public static bool IsOurs(string word) => Stem(word.ToLowerInvariant(), "en", "n") is { } stem && Deliveries.Contains(stem);

    /// <summary>"schickst", "schickt", "schicken": what du, ihr or Sie are asked to do.</summary>
    public static bool IsAsked(string word) => Stem(word.ToLowerInvariant(), "est", "st", "et", "en", "t", "n") is { } stem && !Whereabouts.Contains(stem);

    /// <summary>"nachholen", "abgeben"; with <paramref name="alsoSimple"/> also "schicken", which may be what several do.</summary>
    public static bool IsInfinitive(string word, bool alsoSimple)
    {
        var lower = word.ToLowerInvariant();
        return (alsoSimple && Stem(lower, "en", "n") is not null)
            || Prefixes.Any(prefix => lower.StartsWith(prefix, StringComparison.Ordinal) && Stem(lower[prefix.Length..], "en", "n") is not null);
    }

    /// <summary>The stem of a word that has one of these endings.</summary>
    private static string? Stem(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word[..^ending.Length] is var stem && Stems.Contains(stem))
                return stem;
        }

        return null;
    }

    private static FrozenSet<string> Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
