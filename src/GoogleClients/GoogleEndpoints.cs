namespace Assistant.GoogleClients;

/// <summary>Where Google is. The real addresses are the default; a stand-in serves all of them below one base address.</summary>
public sealed record GoogleEndpoints
{
    public Uri Authorization { get; init; } = new("https://accounts.google.com/o/oauth2/v2/auth");

    public Uri Token { get; init; } = new("https://oauth2.googleapis.com/token");

    public Uri Revocation { get; init; } = new("https://oauth2.googleapis.com/revoke");

    /// <summary>The accepted <c>iss</c> of ID tokens.</summary>
    public string Issuer { get; init; } = "https://accounts.google.com";

    /// <summary>Root of Gmail v1: <c>gmail/v1/...</c> is appended.</summary>
    public Uri Gmail { get; init; } = new("https://gmail.googleapis.com/");

    /// <summary>Root of Calendar v3: <c>calendar/v3/...</c> is appended.</summary>
    public Uri Calendar { get; init; } = new("https://www.googleapis.com/");

    /// <summary>The same paths as Google's, below the base address of a stand-in such as Assistant.GoogleSandbox.</summary>
    public static GoogleEndpoints At(Uri baseAddress) => new()
    {
        Authorization = new Uri(baseAddress, "/o/oauth2/v2/auth"),
        Token = new Uri(baseAddress, "/token"),
        Revocation = new Uri(baseAddress, "/revoke"),
        Issuer = baseAddress.GetLeftPart(UriPartial.Authority),
        Gmail = new Uri(baseAddress, "/"),
        Calendar = new Uri(baseAddress, "/"),
    };
}
