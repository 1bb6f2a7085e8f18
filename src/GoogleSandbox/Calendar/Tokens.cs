using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>Where a list goes on: the key of the last item, and the change number of the first page.</summary>
internal sealed record PageToken(string Query, string Last, long Version);

/// <summary>What a client knows: everything up to a change, of the part of the calendar that its first list asked for.</summary>
internal sealed record SyncToken(string List, long Version, bool SingleEvents, DateTimeOffset? TimeMin, DateTimeOffset? TimeMax);

/// <summary>Opaque tokens, bound to the person and the query that they were made for.</summary>
internal static class Tokens
{
    private static readonly string[] MayChange =
        ["pageToken", "maxResults", "syncToken", "fields", "alt", "key", "prettyPrint", "quotaUser", "access_token", "oauth_token", "userIp", "callback", "$.xgafv"];

    public static string Write<T>(T token) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(token)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static T? Read<T>(string text)
        where T : class
    {
        try
        {
            var base64 = text.Replace('-', '+').Replace('_', '/');
            return JsonSerializer.Deserialize<T>(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '=')));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Tells two queries apart by everything but the page.</summary>
    public static string Query(ApiCall call)
    {
        var parts = call.Path.Concat(call.Query.Where(item => !MayChange.Contains(item.Key)).Select(item => KeyValuePair.Create(item.Key, string.Join('\u0001', item.Value))))
            .OrderBy(item => item.Key, StringComparer.Ordinal)
            .Select(item => $"{item.Key}={item.Value}");
        return Hash($"{call.Method}\n{call.Person}\n{call.One("syncToken")}\n{string.Join('\n', parts)}");
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..20];
}
