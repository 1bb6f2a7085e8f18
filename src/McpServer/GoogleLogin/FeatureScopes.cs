namespace Assistant.Server.GoogleLogin;

/// <summary>One OAuth scope that a login asks for.</summary>
/// <param name="Scope">As it is sent to Google.</param>
/// <param name="Enables">What works with it, in words that complete "will not work: ...".</param>
/// <param name="CoveredBy">Other scopes that permit at least the same; Google may name one of these in its answer.</param>
internal sealed record FeatureScope(string Scope, string Enables, params string[] CoveredBy);

/// <summary>The one table of scopes that a login asks for, and of what each is good for.</summary>
internal static class FeatureScopes
{
    private const string Prefix = "https://www.googleapis.com/auth/";

    public static IReadOnlyList<FeatureScope> All { get; } =
    [
        new("openid", "recognising the account at the next login"),
        new("email", "showing the account's address", Prefix + "userinfo.email"),
        new(Prefix + "gmail.readonly", "searching and reading mail", Prefix + "gmail.modify", "https://mail.google.com/"),
        new(Prefix + "gmail.modify", "labels, trash, drafts and sending", "https://mail.google.com/"),
        new(Prefix + "gmail.settings.basic", "filters, vacation responder and signatures"),
        new(Prefix + "calendar.readonly", "reading calendars and events", Prefix + "calendar"),
        new(Prefix + "calendar.events", "creating, changing and answering events", Prefix + "calendar"),
        new(Prefix + "calendar", "sharing and managing calendars"),
    ];

    public static string Requested { get; } = string.Join(' ', All.Select(feature => feature.Scope));

    public static IReadOnlyList<FeatureScope> Granted(IReadOnlyCollection<string> scopes) => [.. All.Where(feature => IsGranted(feature, scopes))];

    /// <summary>What the person did not agree to (Google lets them untick single scopes).</summary>
    public static IReadOnlyList<FeatureScope> Missing(IReadOnlyCollection<string> scopes) => [.. All.Where(feature => !IsGranted(feature, scopes))];

    private static bool IsGranted(FeatureScope feature, IReadOnlyCollection<string> scopes) =>
        scopes.Contains(feature.Scope) || feature.CoveredBy.Any(scopes.Contains);
}
