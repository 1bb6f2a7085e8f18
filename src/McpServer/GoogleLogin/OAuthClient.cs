using Assistant.TokenStore;

namespace Assistant.Server.GoogleLogin;

/// <summary>The OAuth client that the operator made in the Google Cloud console (type "Desktop app").</summary>
internal sealed record OAuthClient(string Id, Secret Secret)
{
    /// <summary>The one client that an Assistant sandbox knows unless it is told otherwise.</summary>
    public static OAuthClient Sandbox { get; } = new("sandbox-client.apps.example", new Secret("sandbox-secret"));
}

/// <summary>Finds the OAuth client when it is needed, so that what needs no login works without one.</summary>
internal interface IOAuthClientSource
{
    /// <exception cref="OAuthClientMissingException">None is configured, or what is configured is not usable; the message says what to do.</exception>
    OAuthClient Get();
}

internal sealed class OAuthClientMissingException(string message, Exception? innerException = null) : Exception(message, innerException);

internal sealed class FixedOAuthClient(OAuthClient client) : IOAuthClientSource
{
    public OAuthClient Get() => client;
}
