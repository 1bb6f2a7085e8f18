using System.Net;
using System.Net.Http.Headers;
using Assistant.GoogleClients;
using Assistant.TokenStore;
using Google.Apis.Http;

namespace Assistant.Tools.Google;

/// <summary>Signs the requests of one account; after a 401 the token is renewed once.</summary>
internal sealed class AccountCredential(GoogleAccount account, IAccessTokens tokens, bool isBackground = false)
    : IConfigurableHttpClientInitializer, IHttpExecuteInterceptor, IHttpUnsuccessfulResponseHandler
{
    private static readonly HttpRequestOptionsKey<bool> Renewed = new("assistant.token.renewed");

    public void Initialize(ConfigurableHttpClient httpClient)
    {
        httpClient.MessageHandler.AddExecuteInterceptor(this);
        httpClient.MessageHandler.AddUnsuccessfulResponseHandler(this);
    }

    public async Task InterceptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.Set(GoogleRequest.AccountKey, account.Id);
        request.Options.Set(GoogleRequest.BackgroundKey, isBackground);
        var token = await tokens.GetAsync(account, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
    }

    public async Task<bool> HandleResponseAsync(HandleUnsuccessfulResponseArgs args)
    {
        if (args.Response.StatusCode != HttpStatusCode.Unauthorized || args.Request.Options.TryGetValue(Renewed, out _)
            || args.Request.Headers.Authorization?.Parameter is not { } rejected)
            return false;
        args.Request.Options.Set(Renewed, true);
        await tokens.RenewAsync(account, new Secret(rejected), args.CancellationToken);
        return true;
    }
}
