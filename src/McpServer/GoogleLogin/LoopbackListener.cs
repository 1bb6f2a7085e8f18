using System.Net;
using Assistant.TokenStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Assistant.Server.GoogleLogin;

/// <summary>Waits on a free loopback port for the browser to bring the code (RFC 8252 §7.3). Takes one answer.</summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource<Secret> _code = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoopbackListener(WebApplication app) => _app = app;

    public LoginAttempt Attempt { get; private set; } = null!;

    public static async Task<LoopbackListener> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var listener = new LoopbackListener(builder.Build());
        listener._app.Run(listener.AnswerAsync);
        await listener._app.StartAsync(cancellationToken);
        listener.Attempt = LoginAttempt.Start(new Uri(listener._app.Urls.Single()));
        return listener;
    }

    /// <exception cref="LoginFailedException">The person refused.</exception>
    public Task<Secret> WaitAsync(CancellationToken cancellationToken) => _code.Task.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // Stopping lets the page reach the browser; disposing alone would cut it off.
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        // A page elsewhere could point a name of its own at 127.0.0.1: only the address that Google was given counts.
        if (request.Host.Value != Attempt.RedirectUri.Authority || request.Path != "/" || !HttpMethods.IsGet(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (_code.Task.IsCompleted)
        {
            await LoginPage.WriteAsync(context, StatusCodes.Status410Gone, "This login is over", "Its answer was received before.");
            return;
        }
        try
        {
            if (AuthorizationAnswer.Read(Attempt, request.QueryString.Value ?? "") is { } code)
            {
                await LoginPage.WriteAsync(context, StatusCodes.Status200OK, "Almost done", "Google's answer arrived. Go back to the terminal; this page can be closed.");
                _code.TrySetResult(code);
            }
            else
            {
                await LoginPage.WriteAsync(
                    context, StatusCodes.Status400BadRequest, "Not this login", "This is not the answer to the login that the terminal waits for. Use the address that it shows.");
            }
        }
        catch (LoginFailedException refused)
        {
            await LoginPage.WriteAsync(context, StatusCodes.Status200OK, "Not logged in", refused.Message);
            _code.TrySetException(refused);
        }
    }
}
