using System.Net;

namespace Assistant.GoogleSandbox.OAuth;

/// <summary>The page where a person chooses an account and what to allow.</summary>
internal static class AuthorizePage
{
    public static string Form(AuthorizationRequest request, IReadOnlyList<SeedPerson> people)
    {
        var chosen = people.FirstOrDefault(person => string.Equals(person.Email, request.LoginHint, StringComparison.OrdinalIgnoreCase)) ?? people[0];
        var accounts = people.Select(person =>
            $"""
            <p><label><input type="radio" name="person" value="{E(person.Email)}"{(person == chosen ? " checked" : "")}>
            {E(person.Name)} &lt;{E(person.Email)}&gt;</label></p>
            """);
        var scopes = request.Scopes.Where(scope => !ScopeNames.IsSignIn(scope)).Select(scope =>
            $"""<p><label><input type="checkbox" name="scope" value="{E(scope)}" checked> {E(scope)}</label></p>""");
        return Page("Sandbox sign-in", $"""
            <p>This is a stand-in for Google: nothing here is real. An application at <b>{E(request.RedirectUri)}</b> asks for access.</p>
            <form method="post">
            <h2>Account</h2>
            {string.Join('\n', accounts)}
            <h2>Access</h2>
            {string.Join('\n', scopes)}
            <p><button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></p>
            </form>
            """);
    }

    public static string Error(OAuthException error) => Page($"Error {error.Status}: {error.Error}", $"<p>{E(error.Message)}</p>");

    private static string Page(string title, string body) => $$"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{{E(title)}}</title>
        <style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style></head>
        <body><h1>{{E(title)}}</h1>
        {{body}}
        </body></html>
        """;

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
