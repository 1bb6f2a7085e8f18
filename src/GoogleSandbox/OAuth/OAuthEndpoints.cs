using System.Text;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Pipeline;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.GoogleSandbox.OAuth;

/// <summary>The paths of accounts.google.com, oauth2.googleapis.com and the keys of www.googleapis.com.</summary>
internal sealed class OAuthEndpoints(GoogleSandboxOptions options, Authority authority, IdTokens idTokens)
{
    private static readonly HashSet<string> TokenFields =
        ["grant_type", "code", "redirect_uri", "code_verifier", "client_id", "client_secret", "refresh_token", "scope"];

    private readonly AuthorizationRequestReader _reader = new(options.ClientId);

    public static bool Serves(string path) => path is "/o/oauth2/v2/auth" or "/token" or "/revoke" or "/oauth2/v3/certs";

    public Reply Answer(Exchange exchange)
    {
        var request = exchange.Request;
        try
        {
            return (request.HttpMethod, request.RawPath) switch
            {
                ("GET" or "POST", "/o/oauth2/v2/auth") => Authorize(request),
                ("POST", "/token") => Token(request),
                ("POST", "/revoke") => Revoke(request),
                ("GET", "/oauth2/v3/certs") => Reply.Json(200, idTokens.KeySet()),
                _ => throw new OAuthException("invalid_request", $"{request.HttpMethod} is not for {request.RawPath}.", 405),
            };
        }
        catch (OAuthException refused)
        {
            // A wrong grant happens to every good client; the others are mistakes of the caller.
            if (refused.Error is not ("invalid_grant" or "invalid_token"))
                exchange.Violation = $"{refused.Error}: {refused.Message}";
            return request.RawPath == "/o/oauth2/v2/auth"
                ? Reply.Html(refused.Status, AuthorizePage.Error(refused))
                : Reply.Json(refused.Status, new JsonObject { ["error"] = refused.Error, ["error_description"] = refused.Message });
        }
    }

    private Reply Authorize(IncomingRequest request)
    {
        var asked = _reader.Read(request.Query);
        if (request.HttpMethod == "GET")
            return Reply.Html(200, AuthorizePage.Form(asked, options.World.People));
        var form = request.Form();
        if (One(form, "decision") != "allow")
            return Redirect(asked, "error", "access_denied");
        var person = authority.Person(One(form, "person")) ?? throw new OAuthException("invalid_request", "The form names nobody of this sandbox.");
        var ticked = ScopeNames.Parse(string.Join(' ', form.GetValueOrDefault("scope") ?? []));
        if (ticked.FirstOrDefault(scope => !asked.Scopes.Contains(scope)) is { } extra)
            throw new OAuthException("invalid_request", $"The form ticks a scope that was not asked: {extra}");
        string[] granted = [.. asked.Scopes.Where(scope => ScopeNames.IsSignIn(scope) || ticked.Contains(scope))];
        return granted.Length == 0
            ? Redirect(asked, "error", "access_denied")
            : Redirect(asked, "code", authority.Allow(asked, person, granted), granted);
    }

    private static Reply Redirect(AuthorizationRequest asked, string name, string value, IReadOnlyList<string>? granted = null)
    {
        var parameters = new Dictionary<string, string?> { [name] = value };
        if (asked.State is not null)
            parameters["state"] = asked.State;
        if (granted is not null)
            parameters["scope"] = string.Join(' ', granted);
        return Reply.Empty(302).With("Location", QueryHelpers.AddQueryString(asked.RedirectUri, parameters));
    }

    private Reply Token(IncomingRequest request)
    {
        if (request.Query.Count > 0)
            throw new OAuthException("invalid_request", "Parameters belong in the form, not in the address.");
        var form = request.Form();
        if (form.Keys.FirstOrDefault(name => !TokenFields.Contains(name)) is { } unknown)
            throw new OAuthException("invalid_request", $"Unknown parameter: {unknown}");
        CheckClient(request, form);
        var answer = Required(form, "grant_type") switch
        {
            "authorization_code" => authority.Exchange(Required(form, "code"), Required(form, "redirect_uri"), One(form, "code_verifier")),
            "refresh_token" => authority.Refresh(Required(form, "refresh_token"), ScopeNames.Parse(One(form, "scope"))),
            var other => throw new OAuthException("unsupported_grant_type", $"Invalid grant_type: {other}"),
        };
        return Reply.Json(200, answer.ToJson()).With("Cache-Control", "no-store");
    }

    private Reply Revoke(IncomingRequest request)
    {
        var token = One(request.Form(), "token") ?? One(request.Query, "token")
            ?? throw new OAuthException("invalid_request", "Required parameter is missing: token");
        return authority.RevokeByToken(token) ? Reply.Json(200, new JsonObject()) : throw new OAuthException("invalid_token", "Token expired or revoked");
    }

    private void CheckClient(IncomingRequest request, IReadOnlyDictionary<string, IReadOnlyList<string>> form)
    {
        var (id, secret) = (One(form, "client_id"), One(form, "client_secret"));
        if (request.Header("Authorization") is { } basic && basic.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            var pair = Basic(basic["Basic ".Length..]);
            if (id is not null && id != pair.Id)
                throw new OAuthException("invalid_request", "The client is named twice, differently.");
            (id, secret) = pair;
        }
        if (id is null)
            throw new OAuthException("invalid_request", "Could not determine client ID from request.");
        if (id != options.ClientId)
            throw new OAuthException("invalid_client", "The OAuth client was not found.", 401);
        if (secret is null)
            throw new OAuthException("invalid_request", "client_secret is missing.");
        if (secret != options.ClientSecret)
            throw new OAuthException("invalid_client", "Unauthorized", 401);
    }

    private static (string Id, string Secret) Basic(string credentials)
    {
        try
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(credentials)).Split(':', 2);
            return (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]));
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException)
        {
            throw new OAuthException("invalid_request", "The Authorization header is not HTTP Basic.");
        }
    }

    private static string? One(IReadOnlyDictionary<string, IReadOnlyList<string>> values, string name)
        => values.TryGetValue(name, out var found) && found[0].Length > 0 ? found[0] : null;

    private static string Required(IReadOnlyDictionary<string, IReadOnlyList<string>> form, string name)
        => One(form, name) ?? throw new OAuthException("invalid_request", $"Missing required parameter: {name}");
}
