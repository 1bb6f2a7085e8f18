using NodaTime;

namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>A value of BYDAY.</summary>
/// <param name="Ordinal">0 for every such weekday; n for the n-th of its month or year, negative from the end.</param>
/// <param name="Day">The weekday.</param>
internal readonly record struct WeekdayRule(int Ordinal, IsoDayOfWeek Day)
{
    private static readonly string[] Names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static string Name(IsoDayOfWeek day) => Names[(int)day - 1];

    /// <summary>The weekday of a two-letter name, or null.</summary>
    public static IsoDayOfWeek? Named(string name) => Array.IndexOf(Names, name) is >= 0 and var at ? (IsoDayOfWeek)(at + 1) : null;

    public override string ToString() => (Ordinal == 0 ? "" : Ordinal.ToString(provider: null)) + Name(Day);
}
