using Assistant.TokenStore;

namespace Assistant.Server.GoogleLogin;

/// <summary>A login where the browser is on another machine: the person carries the address there and the answer back.</summary>
internal sealed class PastedLogin(GoogleOAuth oauth)
{
    /// <summary>Nobody listens here on the browser's machine; the address bar keeps the answer. PKCE makes the code useless to whoever else might see it.</summary>
    private static readonly Uri Redirect = new("http://127.0.0.1:8088/");

    /// <inheritdoc cref="LoopbackLogin.RunAsync"/>
    public async Task<GoogleGrant> RunAsync(string? loginHint, TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        var attempt = LoginAttempt.Start(Redirect);
        await output.WriteLineAsync("Open this address in a browser and log in:");
        await output.WriteLineAsync(oauth.AuthorizationUrl(attempt, loginHint).AbsoluteUri);
        await output.WriteLineAsync($"The browser then fails to open a page at {Redirect}: that is expected. Copy its whole address from the address bar, paste it here and press Enter:");
        return await oauth.ExchangeAsync(attempt, await ReadCodeAsync(attempt, input, cancellationToken), cancellationToken);
    }

    private static async Task<Secret> ReadCodeAsync(LoginAttempt attempt, TextReader input, CancellationToken cancellationToken)
    {
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Trim() is { Length: > 0 } pasted)
                return Read(attempt, pasted);
        }
        throw new LoginFailedException("Nothing was pasted. Nothing was stored; run the login again.");
    }

    private static Secret Read(LoginAttempt attempt, string pasted)
    {
        var query = pasted.IndexOf('?', StringComparison.Ordinal);
        if (query < 0 && !pasted.Contains('=', StringComparison.Ordinal) && !pasted.Contains(':', StringComparison.Ordinal))
            return new Secret(Uri.UnescapeDataString(pasted));
        return AuthorizationAnswer.Read(attempt, query < 0 ? pasted : pasted[query..]) ?? throw new LoginFailedException(
            "That is not the answer to this login: paste the whole address that the browser ended at, from the login that was started last.");
    }
}
