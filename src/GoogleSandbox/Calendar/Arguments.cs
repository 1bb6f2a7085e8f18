using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>Query parameters as this API reads them.</summary>
internal static partial class Arguments
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ssK";

    public static bool Flag(this ApiCall call, string name) => call.One(name) is "true";

    public static int? Number(this ApiCall call, string name) =>
        call.One(name) is { } text ? int.TryParse(text, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : throw Invalid(name) : null;

    public static int PageSize(this ApiCall call, int normal, int most) => Math.Min(call.Number("maxResults") ?? normal, most);

    public static DateTimeOffset? Moment(this ApiCall call, string name) => call.One(name) is { } text ? Moment(name, text) : null;

    /// <exception cref="ApiException">400: not RFC 3339, or without an offset.</exception>
    public static DateTimeOffset Moment(string name, string text)
    {
        // Google reads a fraction of any length and ignores it (events.list, timeMin); its own client writes nine digits.
        text = Fraction().Replace(text.ToUpperInvariant(), "");
        var hasOffset = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10;
        return hasOffset && DateTimeOffset.TryParseExact(text, Seconds, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : throw Invalid(name);
    }

    [GeneratedRegex(@"(?<=:\d\d)\.\d+(?=[Z+-])")]
    private static partial Regex Fraction();

    public static ApiException Invalid(string name) => new(400, "badRequest", $"Bad Request: invalid value for {name}.");
}
