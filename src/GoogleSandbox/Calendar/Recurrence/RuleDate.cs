using System.Globalization;

namespace Assistant.GoogleSandbox.Calendar.Recurrence;

/// <summary>DATE and DATE-TIME of RFC 5545: <c>20261120</c>, <c>20261120T090000</c>, <c>20261120T080000Z</c> (kind Utc).</summary>
internal static class RuleDate
{
    private const DateTimeStyles ToUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] Stamps = ["yyyyMMdd", "yyyyMMdd'T'HHmmss'Z'"];
    private static readonly string[] Local = ["yyyyMMdd", "yyyyMMdd'T'HHmmss"];

    public static DateTime Parse(string text) => text.EndsWith('Z')
        ? DateTime.ParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, ToUtc)
        : DateTime.ParseExact(text, Local, CultureInfo.InvariantCulture);

    /// <summary>The end of an instance's id: a day, or a time in UTC.</summary>
    public static bool TryParse(string stamp, out DateTime utc) => DateTime.TryParseExact(stamp, Stamps, CultureInfo.InvariantCulture, ToUtc, out utc);
}
