using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>Google's error body: <c>{"error":{"code","message","errors":[{"message","domain","reason"}],"status"}}</c>.</summary>
internal static class GoogleError
{
    public static Reply Of(ApiException error) => Of(error.Code, error.Reason, error.Message);

    public static Reply Of(int code, string reason, string message) => Reply.Json(code, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = message,
            ["errors"] = new JsonArray(new JsonObject { ["message"] = message, ["domain"] = Domain(reason), ["reason"] = reason }),
            ["status"] = Status(code),
        },
    });

    private static string Domain(string reason) => reason switch
    {
        "rateLimitExceeded" or "userRateLimitExceeded" or "quotaExceeded" or "dailyLimitExceeded" => "usageLimits",
        _ => "global",
    };

    // The names of google.rpc.Code.
    private static string Status(int code) => code switch
    {
        400 => "INVALID_ARGUMENT",
        401 => "UNAUTHENTICATED",
        403 => "PERMISSION_DENIED",
        404 or 410 => "NOT_FOUND",
        409 => "ALREADY_EXISTS",
        412 => "FAILED_PRECONDITION",
        429 => "RESOURCE_EXHAUSTED",
        501 => "UNIMPLEMENTED",
        503 => "UNAVAILABLE",
        504 => "DEADLINE_EXCEEDED",
        _ => "INTERNAL",
    };
}
