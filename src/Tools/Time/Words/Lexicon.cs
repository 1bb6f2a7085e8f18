using NodaTime;

namespace Assistant.Tools.Time.Words;

internal enum WordKind
{
    Unknown,
    Number,
    Ordinal,
    Unit,
    Weekday,
    Month,
    RelativeDay,
    Which,
    Part,
    Clock,
    Date,
    DayMonth,
    Slashes,
    Stamp,
    Zone,
    Noise,
    Key,
}

/// <summary>The words of English and German that times are made of, as keys without umlauts.</summary>
internal static class Lexicon
{
    private static readonly string[] EnglishTens = ["twenty", "thirty", "forty", "fifty"];
    private static readonly string[] GermanTens = ["zwanzig", "dreissig", "vierzig", "fuenfzig"];
    private static readonly string[] GermanOnes = ["ein", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun"];

    /// <summary>Numbers as far as a clock goes.</summary>
    public static readonly Dictionary<string, int> Numbers = MakeNumbers();

    public static readonly Dictionary<string, int> Ordinals = Table<int>(
        (1, "first erster erste ersten erstes"), (2, "second zweiter zweite zweiten zweites"), (3, "third dritter dritte dritten drittes"), (4, "fourth vierter vierte vierten viertes"),
        (5, "fifth fuenfter fuenfte fuenften fuenftes"));

    public static readonly Dictionary<string, IsoDayOfWeek> Weekdays = Table<IsoDayOfWeek>(
        (IsoDayOfWeek.Monday, "monday mon montag mo montags"), (IsoDayOfWeek.Tuesday, "tuesday tue tues dienstag di"), (IsoDayOfWeek.Wednesday, "wednesday wed weds mittwoch mi"),
        (IsoDayOfWeek.Thursday, "thursday thu thur thurs donnerstag do"), (IsoDayOfWeek.Friday, "friday fri freitag fr"),
        (IsoDayOfWeek.Saturday, "saturday sat samstag sonnabend sa"), (IsoDayOfWeek.Sunday, "sunday sun sonntag so"));

    public static readonly HashSet<string> EnglishDays =
        ["monday", "mon", "tuesday", "tue", "tues", "wednesday", "wed", "weds", "thursday", "thu", "thur", "thurs", "friday", "fri", "saturday", "sat", "sunday", "sun"];

    public static readonly Dictionary<string, int> Months = Table<int>(
        (1, "january jan januar jaenner"), (2, "february feb februar feber"), (3, "march mar maerz mrz"), (4, "april apr"), (5, "may mai"), (6, "june jun juni"),
        (7, "july jul juli"), (8, "august aug"), (9, "september sep sept"), (10, "october oct oktober okt"), (11, "november nov"), (12, "december dec dezember dez"));

    public static readonly Dictionary<string, string> Units = Table<string>(
        ("second", "second seconds sec secs sekunde sekunden sek"), ("minute", "minute minutes min mins minuten"), ("hour", "hour hours hr hrs h stunde stunden std"),
        ("day", "day days tag tage tagen tages"), ("week", "week weeks woche wochen"), ("month", "month months monat monate monaten monats"), ("year", "year years jahr jahre jahren jahres"));

    public static readonly Dictionary<string, int> RelativeDays = Table<int>(
        (0, "today heute"), (1, "tomorrow tmrw"), (-1, "yesterday gestern"), (2, "uebermorgen overmorrow"), (-2, "vorgestern"));

    public static readonly Dictionary<string, string> Which = Table<string>(
        ("next", "next naechster naechste naechsten naechstes naechster naechstem"), ("this", "this dieser diese diesen dieses diesem"),
        ("last", "last letzter letzte letzten letztes letztem vergangenen vergangene"), ("coming", "coming kommender kommende kommenden kommendes kommendem upcoming"));

    public static readonly Dictionary<string, string> Parts = Table<string>(
        ("morning", "morning frueh morgens vormittag vormittags"), ("afternoon", "afternoon nachmittag nachmittags"), ("evening", "evening abend abends"),
        ("night", "night nachts nacht"));

    /// <summary>Words that decide what is next to them.</summary>
    public static readonly Dictionary<string, string> Keys = Table<string>(
        ("in", "in within"), ("ago", "ago"), ("vor", "vor"), ("nach", "nach"), ("past", "past"), ("to", "to"), ("half", "half halb halbe halben"), ("quarter", "quarter viertel"),
        ("three quarters", "dreiviertel"), ("one and a half", "anderthalb eineinhalb"), ("uhr", "uhr"), ("am", "am a.m a.m."), ("pm", "pm p.m p.m."), ("now", "now jetzt sofort"),
        ("noon", "noon mittag mittags midday"), ("midnight", "midnight mitternacht"), ("end", "end ende"), ("beginning", "beginning start anfang beginn"),
        ("end of month", "monatsende ultimo"), ("beginning of month", "monatsanfang"), ("end of year", "jahresende"), ("weekend", "weekend wochenende"), ("kw", "kw kalenderwoche"),
        ("and", "and und"), ("from", "from"), ("after", "after"), ("morgen", "morgen"), ("tonight", "tonight"), ("at", "at um"), ("of", "of"));

    /// <summary>Words that say nothing by themselves.</summary>
    public static readonly HashSet<string> Noise =
        ["the", "on", "der", "die", "das", "den", "dem", "des", "im", "zum", "zur", "o'clock", "oclock", "sharp", "punkt", "genau", "exactly", "please", "bitte", "von", "ab"];

    public static readonly string[] Vague = ["about", "around", "gegen", "ca", "circa", "ungefaehr", "etwa", "roughly", "soon", "bald", "later", "spaeter", "irgendwann", "sometime"];

    private static Dictionary<string, T> Table<T>(params (T Value, string Words)[] rows) => rows
        .SelectMany(row => row.Words.Split(' ').Distinct().Select(word => (word, row.Value))).DistinctBy(pair => pair.word).ToDictionary(pair => pair.word, pair => pair.Value, StringComparer.Ordinal);

    private static Dictionary<string, int> MakeNumbers()
    {
        var numbers = Table<int>(
            (1, "one a an eins ein eine einer einem einen"), (2, "two zwei"), (3, "three drei"), (4, "four vier"), (5, "five fuenf"), (6, "six sechs"), (7, "seven sieben"), (8, "eight acht"),
            (9, "nine neun"), (10, "ten zehn"), (11, "eleven elf"), (12, "twelve zwoelf"), (13, "thirteen dreizehn"), (14, "fourteen vierzehn"), (15, "fifteen fuenfzehn"),
            (16, "sixteen sechzehn"), (17, "seventeen siebzehn"), (18, "eighteen achtzehn"), (19, "nineteen neunzehn"), (60, "sixty sechzig"));
        string[] ones = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        for (var ten = 0; ten < 4; ten++)
        {
            (numbers[EnglishTens[ten]], numbers[GermanTens[ten]]) = ((ten + 2) * 10, (ten + 2) * 10);
            for (var one = 0; one < 9; one++)
            {
                numbers[$"{EnglishTens[ten]}-{ones[one]}"] = ((ten + 2) * 10) + one + 1;
                numbers[$"{GermanOnes[one]}und{GermanTens[ten]}"] = ((ten + 2) * 10) + one + 1;
            }
        }

        return numbers;
    }
}
