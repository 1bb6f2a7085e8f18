using System.Buffers.Text;
using System.Text;
using Google.Apis.Auth.OAuth2;
using Google.Apis.Gmail.v1;
using Google.Apis.Gmail.v1.Data;
using Google.Apis.Services;

namespace Assistant.GoogleSandbox.Tests.Gmail;

/// <summary>The official client's way to a sandbox, for one person.</summary>
internal static class OfficialMail
{
    public static GmailService Of(Sandbox sandbox, string person, params string[] scopes) => new(new BaseClientService.Initializer
    {
        BaseUri = sandbox.Host.BaseAddress.AbsoluteUri,
        HttpClientInitializer = GoogleCredential.FromAccessToken(
            sandbox.Host.GrantTokens(person, scopes.Length > 0 ? scopes : [GmailService.ScopeConstants.GmailModify, GmailService.ScopeConstants.GmailSettingsBasic]).AccessToken),
    });

    public static byte[] Letter(string to, string subject = "Hello", string headers = "", string text = "Good day") =>
        Encoding.UTF8.GetBytes($"From: Ada <{SmallWorld.Ada}>\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <mine@example.com>\r\n{headers}\r\n{text}\r\n");

    public static Message Raw(byte[] letter, string? thread = null) => new() { Raw = Base64Url.EncodeToString(letter), ThreadId = thread };

    public static string? Header(this Message message, string name) => message.Payload.Headers.FirstOrDefault(header => header.Name == name)?.Value;
}
