using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.GoogleSandbox.Description;

/// <summary>Whether a text is a value of a type in Google's description (<c>integer</c>/<c>int32</c>, <c>string</c>/<c>date-time</c>, ...).</summary>
internal static partial class ValueCheck
{
    /// <summary>What is wrong with it, or null.</summary>
    public static string? Complaint(ParameterFacts facts, string value)
    {
        if (Complaint(facts.Type, facts.Format, value) is { } complaint)
            return complaint;
        if (facts.Enum is { } allowed && !allowed.Contains(value))
            return $"must be one of {string.Join(", ", allowed)}";
        if (facts.Minimum is { } minimum && Number(value) < Number(minimum))
            return $"must be at least {minimum}";
        return facts.Maximum is { } maximum && Number(value) > Number(maximum) ? $"must be at most {maximum}" : null;
    }

    public static string? Complaint(string? type, string? format, string value) => (type, format) switch
    {
        ("integer", "uint32") => uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "must be a whole number from 0",
        ("integer", _) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : "must be a whole number",
        ("number", _) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null : "must be a number",
        ("boolean", _) => value is "true" or "false" ? null : "must be true or false",
        (_, "uint64") => ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "must be an unsigned 64-bit number",
        (_, "int64") => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : "must be a 64-bit number",
        (_, "date-time") => IsDateTime(value) ? null : "must be an RFC 3339 timestamp with a time zone offset",
        (_, "date") => IsDate(value) ? null : "must be a date (yyyy-mm-dd)",
        (_, "byte") => Base64().IsMatch(value) ? null : "must be base64url",
        _ => null,
    };

    private static decimal Number(string value) => decimal.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static bool IsDate(string value)
        => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDateTime(string value)
        => Rfc3339().IsMatch(value) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();

    [GeneratedRegex("^[A-Za-z0-9+/_-]*={0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Base64();
}
