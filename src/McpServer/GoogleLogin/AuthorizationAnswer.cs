using Assistant.TokenStore;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.Server.GoogleLogin;

/// <summary>The query string with which Google sends the browser back (RFC 6749 §4.1.2).</summary>
internal static class AuthorizationAnswer
{
    /// <summary>The code in the query, or null where it is not an answer to this attempt (another or no state, or no code).</summary>
    /// <exception cref="LoginFailedException">It is the answer to this attempt, and it is no.</exception>
    public static Secret? Read(LoginAttempt attempt, string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Text(string name) => values.TryGetValue(name, out var value) ? value.ToString() : null;
        if (!attempt.HasState(Text("state")))
            return null;
        if (Text("error") is { Length: > 0 } error)
        {
            throw new LoginFailedException(error switch
            {
                "access_denied" => "The login was refused in the browser (access_denied): run it again and allow access, or ask the Google Workspace administrator to.",
                "admin_policy_enforced" => "The Google Workspace administrator does not allow this app (admin_policy_enforced).",
                _ => $"Google refused the login ({Short(error)}). See docs/google-setup.md.",
            });
        }
        return Text("code") is { Length: > 0 } code ? new Secret(code) : null;
    }

    private static string Short(string error) => error.Length <= 60 && error.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') ? error : "unknown error";
}
