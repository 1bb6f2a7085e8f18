using System.Text.Json;

namespace Assistant.GoogleClients.Http;

/// <summary>The reason in the body of Google's errors: <c>{"error": {"errors": [{"reason": "rateLimitExceeded"}]}}</c>.</summary>
internal static class ErrorReason
{
    private const int LargestBody = 64 * 1024;

    private static readonly HashSet<string> Rate = new(StringComparer.Ordinal)
    {
        "rateLimitExceeded",
        "userRateLimitExceeded",
        "quotaExceeded",
    };

    /// <summary>The limit is one that passes in seconds.</summary>
    public static bool IsRate(string? reason) => reason is not null && Rate.Contains(reason);

    /// <summary>The limit is one that passes at midnight (Pacific time).</summary>
    public static bool IsDaily(string? reason) => reason?.StartsWith("dailyLimitExceeded", StringComparison.Ordinal) == true;

    /// <summary>Reads a body that is already buffered.</summary>
    public static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength is null or 0 or > LargestBody)
            return null;
        try
        {
            using var body = JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellationToken));
            return Reason(body.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Reason(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0
        && errors[0].ValueKind == JsonValueKind.Object
        && errors[0].TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String
            ? reason.GetString()
            : null;
}
