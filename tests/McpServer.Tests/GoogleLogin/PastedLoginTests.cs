using Assistant.Server.GoogleLogin;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.Server.Tests.GoogleLogin;

public sealed class PastedLoginTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8088/?state={state}&code=code-canary&scope=openid")]
    [InlineData("\n  \n http://127.0.0.1:8088/?state={state}&code=code-canary ")]
    [InlineData("state={state}&code=code-canary")]
    [InlineData("code-canary")]
    public async Task The_pasted_address_or_code_ends_the_login(string pasted)
    {
        var grant = await Run(pasted);

        Assert.Equal("alice@example.com", grant.Identity.Email);
    }

    [Theory]
    [InlineData("", "Nothing was pasted")]
    [InlineData("http://127.0.0.1:8088/?state=other&code=code-canary", "not the answer to this login")]
    [InlineData("https://accounts.google.com/o/oauth2/v2/auth", "not the answer to this login")]
    [InlineData("http://127.0.0.1:8088/?state={state}&error=access_denied", "refused in the browser")]
    public async Task A_wrong_paste_is_refused_with_what_to_do(string pasted, string says)
    {
        var problem = await Assert.ThrowsAsync<LoginFailedException>(() => Run(pasted));

        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        OAuthFixture.AssertNoSecret(problem);
    }

    private static async Task<GoogleGrant> Run(string pasted)
    {
        using var output = new StringWriter();
        Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Query() => QueryHelpers.ParseQuery(
            output.ToString().Split('\n').Single(line => line.StartsWith("https://accounts.google.com", StringComparison.Ordinal)).Trim().Split('?')[1]);
        OAuthFixture? fixture = null;
        fixture = new OAuthFixture(() => OAuthFixture.Grants(fixture!.Claims(Query()["nonce"].ToString()))());
        using var input = new LazyReader(() => pasted.Replace("{state}", Query()["state"].ToString(), StringComparison.Ordinal));
        return await new PastedLogin(fixture.OAuth).RunAsync(null, input, output, TestContext.Current.CancellationToken);
    }

    /// <summary>A person who reads the address before they paste.</summary>
    private sealed class LazyReader(Func<string> text) : TextReader
    {
        private StringReader? _reader;

        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) =>
            (_reader ??= new StringReader(text())).ReadLineAsync(cancellationToken);
    }
}
