using Assistant.Server.GoogleLogin;

namespace Assistant.Server.Demo;

/// <summary>Does on the sandbox's consent page what a person would do: chooses the account, leaves every box ticked, presses Allow.</summary>
internal sealed class ConsentingBrowser(HttpClient http, string email, IReadOnlyList<string> scopes) : IBrowser
{
    /// <summary>The visit under way; completes when the application has its answer.</summary>
    public Task Visit { get; private set; } = Task.CompletedTask;

    public bool Open(Uri page)
    {
        Visit = AllowAsync(page);
        return true;
    }

    private async Task AllowAsync(Uri page)
    {
        using var form = await http.GetAsync(page);
        form.EnsureSuccessStatusCode();
        var fields = scopes.Select(scope => KeyValuePair.Create("scope", scope))
            .Append(KeyValuePair.Create("person", email))
            .Append(KeyValuePair.Create("decision", "allow"));
        using var answer = await http.PostAsync(page, new FormUrlEncodedContent(fields));
        answer.EnsureSuccessStatusCode();
    }
}
