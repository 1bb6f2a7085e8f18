using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.GoogleSandbox.OAuth;

/// <summary>A person at the authorize page.</summary>
internal static class Browser
{
    public static async Task<Uri> DecideAsync(
        Uri authorizationUrl,
        string decision,
        string email,
        IEnumerable<string>? scopes,
        CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        using var page = await client.GetAsync(authorizationUrl, cancellationToken);
        await EnsureAsync(page, HttpStatusCode.OK, cancellationToken);
        var asked = QueryHelpers.ParseQuery(authorizationUrl.Query)["scope"].ToString();
        var fields = (scopes ?? ScopeNames.Parse(asked))
            .Select(scope => KeyValuePair.Create("scope", scope))
            .Append(KeyValuePair.Create("person", email))
            .Append(KeyValuePair.Create("decision", decision));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(authorizationUrl, form, cancellationToken);
        await EnsureAsync(answer, HttpStatusCode.Redirect, cancellationToken);
        return answer.Headers.Location!;
    }

    private static async Task EnsureAsync(HttpResponseMessage response, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        if (response.StatusCode != expected)
            throw new HttpRequestException(await response.Content.ReadAsStringAsync(cancellationToken), null, response.StatusCode);
    }
}
