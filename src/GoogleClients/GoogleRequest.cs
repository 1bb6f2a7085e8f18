namespace Assistant.GoogleClients;

/// <summary>What a request to Google can say about itself to the shared pipeline.</summary>
public static class GoogleRequest
{
    /// <summary>Whose quota the request spends: any key that stands for one Google account. Requests without a key share one allowance.</summary>
    public static readonly HttpRequestOptionsKey<string> AccountKey = new("assistant.google.account");

    /// <summary>Nobody waits for the request: it spends only what people leave, up to <see cref="GoogleHttpOptions.BackgroundShare"/>.</summary>
    public static readonly HttpRequestOptionsKey<bool> BackgroundKey = new("assistant.google.background");
}
