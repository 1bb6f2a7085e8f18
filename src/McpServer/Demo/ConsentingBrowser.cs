using System.Net;
using System.Text.RegularExpressions;
using Assistant.Server.GoogleLogin;

namespace Assistant.Server.Demo;

/// <summary>Does on the sandbox's consent page what a person would do: chooses the account, ticks every box, presses Allow.</summary>
internal sealed partial class ConsentingBrowser(HttpClient http, string email) : IBrowser
{
    /// <summary>Returns once the application has its answer, so that a page that fails stops the login at once.</summary>
    public bool Open(Uri page)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, page);
        using var form = Send(question);
        using var html = new StreamReader(form.Content.ReadAsStream());
        var fields = Boxes().Matches(html.ReadToEnd())
            .Select(box => KeyValuePair.Create("scope", WebUtility.HtmlDecode(box.Groups[1].Value)))
            .Append(KeyValuePair.Create("person", email))
            .Append(KeyValuePair.Create("decision", "allow"));
        using var choice = new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(fields) };
        using var answer = Send(choice);
        return true;
    }

    private HttpResponseMessage Send(HttpRequestMessage request) => http.Send(request).EnsureSuccessStatusCode();

    [GeneratedRegex("name=\"scope\" value=\"([^\"]+)\"")]
    private static partial Regex Boxes();
}
