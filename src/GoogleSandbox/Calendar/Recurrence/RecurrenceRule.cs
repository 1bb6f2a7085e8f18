using System.Globalization;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar.Recurrence;

internal enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>A weekday, with an ordinal the n-th of its month or year (negative: from the end).</summary>
internal readonly record struct ByDay(int Ordinal, DayOfWeek Day);

/// <summary>An RRULE of RFC 5545 3.3.10, with the parts that Google's own interface makes.</summary>
internal sealed record RecurrenceRule
{
    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public required Frequency Frequency { get; init; }

    public int Interval { get; init; } = 1;

    public int? Count { get; init; }

    /// <summary>Inclusive: a day, a local time or, in UTC, a moment.</summary>
    public DateTime? Until { get; init; }

    public bool UntilIsDay { get; init; }

    public IReadOnlyList<ByDay> Days { get; init; } = [];

    public IReadOnlyList<int> MonthDays { get; init; } = [];

    public IReadOnlyList<int> Months { get; init; } = [];

    public IReadOnlyList<int> SetPositions { get; init; } = [];

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <param name="text">Without <c>RRULE:</c>.</param>
    /// <exception cref="ApiException">400: a part is missing, malformed or unknown here.</exception>
    public static RecurrenceRule Parse(string text)
    {
        try
        {
            var parts = text.Split(';').Select(part => part.Split('=', 2)).ToDictionary(part => part[0].ToUpperInvariant(), part => part[1]);
            var rule = new RecurrenceRule { Frequency = Enum.Parse<Frequency>(parts["FREQ"], ignoreCase: true) };
            return parts.Where(part => part.Key != "FREQ").Aggregate(rule, (before, part) => before.With(part.Key, part.Value));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or KeyNotFoundException or IndexOutOfRangeException or OverflowException)
        {
            throw new ApiException(400, "invalid", $"Invalid recurrence rule: {text}.");
        }
    }

    private RecurrenceRule With(string part, string value) => part switch
    {
        "INTERVAL" => this with { Interval = Positive(value) },
        "COUNT" => this with { Count = Positive(value) },
        "UNTIL" => this with { Until = RuleDate.Parse(value), UntilIsDay = value.Length == 8 },
        "BYDAY" => this with { Days = [.. value.Split(',').Select(ParseDay)] },
        "BYMONTHDAY" => this with { MonthDays = Numbers(value) },
        "BYMONTH" => this with { Months = Numbers(value) },
        "BYSETPOS" => this with { SetPositions = Numbers(value) },
        "WKST" => this with { WeekStart = ParseDay(value).Day },
        _ => throw new FormatException(),
    };

    private static ByDay ParseDay(string text)
    {
        var day = Array.IndexOf(Weekdays, text[^2..]);
        if (day < 0)
            throw new FormatException();
        return new ByDay(text.Length == 2 ? 0 : int.Parse(text[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), (DayOfWeek)day);
    }

    private static int Positive(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and var n ? n : throw new FormatException();

    private static int[] Numbers(string text) =>
        [.. text.Split(',').Select(number => int.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))];
}
