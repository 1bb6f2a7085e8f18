using Assistant.GoogleSandbox;
using Assistant.Server.GoogleLogin;

namespace Assistant.Server.Tests.Commands;

/// <summary>Somebody at the sandbox's consent page: as the browser of this machine, or carrying addresses by hand.</summary>
/// <param name="email">The account they choose.</param>
/// <param name="scopes">What they tick; null is everything.</param>
/// <param name="allows">False for somebody who denies.</param>
internal sealed class Person(string email, string[]? scopes = null, bool allows = true) : IBrowser
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The page that the browser showed at the end.</summary>
    public Task<string>? Visit { get; private set; }

    public Uri? Page { get; private set; }

    public bool Open(Uri page)
    {
        Page = page;
        Visit = VisitAsync(page);
        return true;
    }

    public Task<Uri> DecideAsync(Uri page) =>
        allows ? GoogleSandboxHost.AllowAsync(page, email, scopes, Stop) : GoogleSandboxHost.DenyAsync(page, email, Stop);

    private async Task<string> VisitAsync(Uri page)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(await DecideAsync(page), Stop);
    }
}
