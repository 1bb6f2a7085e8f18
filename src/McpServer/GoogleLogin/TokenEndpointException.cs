using System.Net;

namespace Assistant.Server.GoogleLogin;

/// <summary>An OAuth endpoint refused, or could not be asked. The message says what to do and holds nothing secret.</summary>
internal sealed class TokenEndpointException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The error code of RFC 6749 §5.2, where the answer had one in its form.</summary>
    public string? Error { get; private init; }

    public static TokenEndpointException For(Uri address, HttpStatusCode status, TokenReply? reply)
    {
        var error = reply?.Error is { Length: > 0 and <= 40 } code && code.All(letter => letter is '_' || char.IsAsciiLetterLower(letter)) ? code : null;
        return new TokenEndpointException(Explain(address.Host, (int)status, error)) { Error = error };
    }

    private static string Explain(string host, int status, string? error) => (status, error) switch
    {
        (_, "invalid_client" or "unauthorized_client" or "deleted_client" or "disabled_client") =>
            $"{host} does not accept the OAuth client ({error}): check {OAuthClientConfiguration.IdVariable} and {OAuthClientConfiguration.SecretVariable}, "
            + $"or {OAuthClientConfiguration.FileName}; see docs/google-setup.md.",
        (_, "redirect_uri_mismatch") =>
            $"{host} does not accept the address to return to ({error}): the OAuth client has to be of type 'Desktop app'; see docs/google-setup.md.",
        (_, "invalid_grant") => $"{host} does not accept the code or token (invalid_grant): it was used before, has expired or was revoked. Log in again.",
        (429 or >= 500, _) => $"{host} answered {status}; try again in a minute.",
        (_, not null) => $"{host} answered {status} ({error}).",
        (200, _) => $"{host} answered with something that is not a token: is there a proxy or a captive portal in between?",
        _ => $"{host} answered {status} without an OAuth error: is there a proxy in between?",
    };
}
