using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Assistant.Tools.Time.Words;

/// <summary>A word of a time: what kind it is, and its number or key.</summary>
/// <param name="Kind">What it can be.</param>
/// <param name="Text">As a key: lower case, without umlauts.</param>
/// <param name="Number">Its number, weekday, month or days from today.</param>
/// <param name="Key">Its key in the lexicon.</param>
internal sealed partial record TimeToken(WordKind Kind, string Text, int Number = 0, string Key = "")
{
    /// <summary>Of a clock time.</summary>
    public LocalTime Time { get; init; }

    /// <summary>A clock time that is clear by itself: with am or pm.</summary>
    public bool IsClear { get; init; }

    /// <summary>Of a date; the year 0 stands for one that was not given.</summary>
    public (int Year, int Month, int Day) Date { get; init; }

    /// <summary>Of a complete time stamp.</summary>
    public LocalDateTime Local { get; init; }

    public Offset? Offset { get; init; }

    public DateTimeZone? Zone { get; init; }

    public bool Is(string key) => Kind == WordKind.Key && Key == key;

    public static List<TimeToken> Split(string text)
    {
        var simple = text.Trim().TrimEnd('!', '?', ',', ';').ToLowerInvariant();
        foreach (var (letter, letters) in new[] { ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("a\u0308", "ae"), ("o\u0308", "oe"), ("u\u0308", "ue"), (",", " "), (";", " "), ("(", " "), (")", " ") })
            simple = letter == "," ? Comma().Replace(simple, " ") : simple.Replace(letter, letters, StringComparison.Ordinal);
        var words = simple.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var original = text.Trim().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Select((word, i) => Read(word, i < original.Length ? original[i] : word))];
    }

    private static TimeToken Read(string word, string original)
    {
        if (Stamp().Match(word) is { Success: true } stamp && LocalDateTimePattern.GeneralIso.Parse($"{stamp.Groups[1].Value}T{Padded(stamp.Groups[2].Value)}") is { Success: true } local)
            return new(WordKind.Stamp, word) { Local = local.Value, Offset = OffsetOf(stamp.Groups[3].Value) };
        if (LocalDatePattern.Iso.Parse(word) is { Success: true } iso)
            return new(WordKind.Date, word) { Date = (iso.Value.Year, iso.Value.Month, iso.Value.Day) };
        if (Dotted().Match(word) is { Success: true } dotted)
            return new(WordKind.Date, word) { Date = (Year(dotted.Groups[3].Value), Int(dotted.Groups[2].Value), Int(dotted.Groups[1].Value)) };
        if (Slashed().Match(word) is { Success: true } slashed)
            return new(WordKind.Slashes, word) { Date = (Year(slashed.Groups[3].Value), Int(slashed.Groups[1].Value), Int(slashed.Groups[2].Value)) };
        if (ClockTime().Match(word) is { Success: true } clock && Int(clock.Groups[1].Value) < 25 && Int(clock.Groups[2].Value) < 60)
            return Clock(word, Int(clock.Groups[1].Value), Int(clock.Groups[2].Value), clock.Groups[3].Value is { Length: > 0 } seconds ? Int(seconds) : 0, clock.Groups[4].Value);
        if (HourAm().Match(word) is { Success: true } hour && Int(hour.Groups[1].Value) is >= 1 and <= 12)
            return Clock(word, Int(hour.Groups[1].Value), 0, 0, hour.Groups[2].Value);
        if (OrdinalNumber().Match(word) is { Success: true } ordinal)
            return new(WordKind.Ordinal, word, Int(ordinal.Groups[1].Value));
        if (Compact().Match(word) is { Success: true } compact)
            return new(WordKind.Unit, word, Int(compact.Groups[1].Value), compact.Groups[2].Value switch { "h" or "std" => "hour", "d" => "day", "w" => "week", _ => "minute" });
        if (word.Length <= 5 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new(WordKind.Number, word, number);
        if (OffsetOf(word) is { } offset && (word is "z" or "utc" or "gmt" || word[0] is '+' or '-'))
            return new(WordKind.Zone, word) { Zone = DateTimeZone.ForOffset(offset) };
        if (original.Contains('/', StringComparison.Ordinal) && DateTimeZoneProviders.Tzdb.GetZoneOrNull(original.Trim('(', ')', ',', '.')) is { } zone)
            return new(WordKind.Zone, word) { Zone = zone };
        return Word(word.Trim('.', ':', '"', '\''));
    }

    private static TimeToken Word(string word)
    {
        if (Lexicon.Keys.TryGetValue(word, out var key))
            return new(WordKind.Key, word, 0, key);
        if (Lexicon.Weekdays.TryGetValue(word, out var weekday))
            return new(WordKind.Weekday, word, (int)weekday);
        if (Lexicon.Months.TryGetValue(word, out var month))
            return new(WordKind.Month, word, month);
        if (Lexicon.RelativeDays.TryGetValue(word, out var days))
            return new(WordKind.RelativeDay, word, days);
        if (Lexicon.Which.TryGetValue(word, out var which))
            return new(WordKind.Which, word, 0, which);
        if (Lexicon.Parts.TryGetValue(word, out var part))
            return new(WordKind.Part, word, 0, part);
        if (Lexicon.Ordinals.TryGetValue(word, out var ordinal) && word != "second")
            return new(WordKind.Ordinal, word, ordinal);
        if (Lexicon.Units.TryGetValue(word, out var unit))
            return new(WordKind.Unit, word, 0, unit);
        if (Lexicon.Numbers.TryGetValue(word, out var number))
            return new(WordKind.Number, word, number);
        return new(Lexicon.Noise.Contains(word) || word.Length == 0 ? WordKind.Noise : WordKind.Unknown, word);
    }

    private static TimeToken Clock(string word, int hour, int minute, int second, string half)
    {
        var isClear = half.Length > 0;
        if (isClear && hour is < 1 or > 12)
            return new(WordKind.Unknown, word);
        if (isClear)
            hour = (hour % 12) + (half[0] == 'p' ? 12 : 0);
        return hour > 23 || second > 59 ? new(WordKind.Unknown, word) : new(WordKind.Clock, word) { Time = new LocalTime(hour, minute, second), IsClear = isClear };
    }

    private static Offset? OffsetOf(string text) => text is "z" or "utc" or "gmt" ? NodaTime.Offset.Zero
        : OffsetText().Match(text) is { Success: true } match && Int(match.Groups[2].Value) <= 14
            ? NodaTime.Offset.FromSeconds((match.Groups[1].Value == "-" ? -1 : 1) * ((Int(match.Groups[2].Value) * 3600) + (Int(match.Groups[3].Value) * 60)))
            : null;

    private static string Padded(string time) => (time.Length == 5 ? time + ":00" : time)[..8];

    private static int Int(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Year(string digits) => digits.Length == 2 ? 2000 + Int(digits) : Int(digits);

    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2})t(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(z|[+-]\d{2}(?::?\d{2})?)?$")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?$")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"^(\d{1,2})[:h](\d{2})(?::(\d{2}))?(am|pm|a\.m|p\.m)?\.?$")]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"^(\d{1,2})(am|pm|a\.m|p\.m)\.?$")]
    private static partial Regex HourAm();

    [GeneratedRegex(@"^(\d{1,2})(?:st|nd|rd|th|\.)$")]
    private static partial Regex OrdinalNumber();

    [GeneratedRegex(@"^(\d{1,4})(h|std|min|d|w)$")]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?:utc|gmt)?([+-])(\d{2}):?(\d{2})?$")]
    private static partial Regex OffsetText();

    [GeneratedRegex(@",(?!\d)|(?<!\d),")]
    private static partial Regex Comma();
}
