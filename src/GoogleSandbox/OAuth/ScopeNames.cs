using Assistant.GoogleSandbox.Description;

namespace Assistant.GoogleSandbox.OAuth;

/// <summary>Scopes as Google writes them in its answers.</summary>
internal static class ScopeNames
{
    public const string OpenId = "openid";
    public const string Email = "https://www.googleapis.com/auth/userinfo.email";
    public const string Profile = "https://www.googleapis.com/auth/userinfo.profile";

    public static IReadOnlyList<string> Parse(string? list)
        => [.. (list ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Canonical).Distinct()];

    public static bool IsKnown(string scope) => IsSignIn(scope) || GoogleDescription.Instance.Scopes.Contains(scope);

    /// <summary>Signing in is granted with the consent itself, without a box to tick.</summary>
    public static bool IsSignIn(string scope) => scope is OpenId or Email or Profile;

    private static string Canonical(string scope) => scope switch
    {
        "email" => Email,
        "profile" => Profile,
        _ => scope,
    };
}
