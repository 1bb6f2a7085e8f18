using System.Text.Json;
using Assistant.TokenStore;

namespace Assistant.Server.GoogleLogin;

/// <summary>Reads the OAuth client from two environment variables, or from the file that the Google Cloud console offers for download.</summary>
/// <param name="configurationFolder">Where <c>client_secret.json</c> lies, if it does.</param>
/// <param name="variable">Environment variables by name.</param>
internal sealed class OAuthClientConfiguration(string configurationFolder, Func<string, string?> variable) : IOAuthClientSource
{
    public const string IdVariable = "ASSISTANT_GOOGLE_CLIENT_ID";
    public const string SecretVariable = "ASSISTANT_GOOGLE_CLIENT_SECRET";
    public const string FileName = "client_secret.json";

    private string Path => System.IO.Path.Combine(configurationFolder, FileName);

    public OAuthClient Get() => FromEnvironment() ?? FromFile() ?? throw new OAuthClientMissingException(
        $"No Google OAuth client is configured. Either set {IdVariable} and {SecretVariable}, or save the file that the Google Cloud console "
        + $"offers for download as {Path}. docs/google-setup.md shows how to make one.");

    private OAuthClient? FromEnvironment()
    {
        var id = variable(IdVariable);
        var secret = variable(SecretVariable);
        if (string.IsNullOrWhiteSpace(id) && string.IsNullOrWhiteSpace(secret))
            return null;
        if (string.IsNullOrWhiteSpace(id) || string.IsNullOrWhiteSpace(secret))
        {
            throw new OAuthClientMissingException(
                $"{(string.IsNullOrWhiteSpace(id) ? IdVariable : SecretVariable)} is not set: the OAuth client needs both {IdVariable} and {SecretVariable}.");
        }
        return new OAuthClient(id.Trim(), new Secret(secret.Trim()));
    }

    private OAuthClient? FromFile()
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path));
            return Read(document.RootElement) ?? throw new OAuthClientMissingException(
                $"{Path} is not an OAuth client of type 'Desktop app': it needs 'installed' with 'client_id' and 'client_secret'. See docs/google-setup.md.");
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException)
        {
            throw new OAuthClientMissingException($"{Path} is not JSON. Download it again from the Google Cloud console; see docs/google-setup.md.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OAuthClientMissingException($"{Path} cannot be read: {problem.Message}", problem);
        }
    }

    private static OAuthClient? Read(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("installed", out var client) && client.ValueKind == JsonValueKind.Object
        && Text(client, "client_id") is { } id && Text(client, "client_secret") is { } secret
            ? new OAuthClient(id, new Secret(secret))
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
