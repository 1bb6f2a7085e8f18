using System.Net;
using Assistant.GoogleClients;
using Assistant.TokenStore;
using Google;

namespace Assistant.Tools.Google;

/// <summary>Says what went wrong at Google in words that a model can act on.</summary>
internal static class GoogleFailures
{
    /// <param name="account">The account that was asked.</param>
    /// <param name="what">What was asked for, such as <c>message 18c0</c>.</param>
    /// <param name="ask">The call.</param>
    public static async Task<T> ExplainAsync<T>(GoogleAccount account, string what, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (GoogleApiException exception)
        {
            throw Explain(account.Nickname, what, exception);
        }
        catch (ReconnectNeededException exception)
        {
            throw new ToolFailure("reconnect_needed", exception.Message, exception);
        }
        catch (Exception exception) when (exception is GoogleQuotaException or GoogleResponseTooLargeException)
        {
            throw new ToolFailure("google_limit", exception.Message, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or RefreshUnavailableException or TimeoutException or IOException)
        {
            throw new ToolFailure("google_unreachable", $"Google cannot be reached for account {account.Nickname} at the moment; try again later.", exception);
        }
    }

    /// <summary>The same for an id that never existed, was deleted or belongs to somebody else.</summary>
    public static ToolFailure NotFound(string account, string what, Exception? inner = null) =>
        new("not_found", $"There is no {what} in account {account}.", inner);

    /// <summary>Whether Google may have done what it was asked: no answer came, or one that says nothing about it.</summary>
    public static bool IsLostAnswer(this ToolFailure failure) => failure.Code is "google_unreachable" or "google_failed";

    private static ToolFailure Explain(string account, string what, GoogleApiException exception)
    {
        var reason = exception.Error?.Errors?.FirstOrDefault()?.Reason ?? "";
        return exception.HttpStatusCode switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => NotFound(account, what, exception),
            HttpStatusCode.BadRequest when exception.Message.Contains("Invalid id", StringComparison.OrdinalIgnoreCase) =>
                NotFound(account, what, exception),
            HttpStatusCode.BadRequest => new("google_refused", $"Google did not accept the request for {what}: check the arguments.", exception),
            HttpStatusCode.PreconditionFailed => new("changed_meanwhile", $"The {what} was changed by somebody else since it was read. Nothing was overwritten: read it again, then repeat the change.", exception),
            HttpStatusCode.Conflict => new("conflict", $"Google did not accept it for {what}: it exists already, or somebody else changed it at the same time.", exception),
            HttpStatusCode.Unauthorized => new("reconnect_needed", $"Google refused the access of account {account}: it needs to be connected again with 'assistant login'.", exception),
            HttpStatusCode.TooManyRequests => Busy(account, exception),
            HttpStatusCode.Forbidden when reason.Contains("imit", StringComparison.Ordinal) || reason.Contains("quota", StringComparison.OrdinalIgnoreCase) => Busy(account, exception),
            HttpStatusCode.Forbidden when reason is "accessNotConfigured" || exception.Message.Contains("SERVICE_DISABLED", StringComparison.Ordinal) => new(
                "api_disabled",
                $"{(what.Contains("calendar", StringComparison.OrdinalIgnoreCase) ? "The Google Calendar API" : "The Gmail API")} is not enabled in the Google Cloud project of "
                + "this server's OAuth client. Its operator has to enable it (docs/google-setup.md, step 1); logging in again does not help.",
                exception),
            HttpStatusCode.Forbidden => new(
                "not_granted", $"Account {account} did not grant access to {what}. Connect it again with 'assistant login' and allow it.", exception),
            _ => new("google_failed", $"Google failed to answer for account {account} ({(int)exception.HttpStatusCode}). Try again later.", exception),
        };
    }

    private static ToolFailure Busy(string account, Exception inner) =>
        new("google_limit", $"Google's limit for account {account} is used up for now. Wait a minute, then ask for less.", inner);
}
