namespace Assistant.Server.GoogleLogin;

/// <summary>A login through the browser of this machine.</summary>
internal sealed class LoopbackLogin(GoogleOAuth oauth, IBrowser browser, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="loginHint">Address to preselect, or null.</param>
    /// <param name="output">Is told where to go if no browser opens.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LoginFailedException">Refused, too late, or Google's answer does not fit.</exception>
    public async Task<GoogleGrant> RunAsync(string? loginHint, TextWriter output, CancellationToken cancellationToken)
    {
        await using var listener = await LoopbackListener.StartAsync(cancellationToken);
        var page = oauth.AuthorizationUrl(listener.Attempt, loginHint);
        var opened = browser.Open(page);
        await output.WriteLineAsync(opened
            ? "Your browser opens Google's login. If it does not, open this address yourself:"
            : "No browser could be started on this machine. Open this address (on another machine, use --no-browser):");
        await output.WriteLineAsync(page.AbsoluteUri);

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var code = await listener.WaitAsync(either.Token);
            return await oauth.ExchangeAsync(listener.Attempt, code, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LoginFailedException($"Nobody answered Google's page within {Patience.TotalMinutes:0} minutes. Nothing was stored; run the login again.");
        }
    }
}
