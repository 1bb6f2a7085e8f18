using Assistant.TokenStore;
using Assistant.Tools;
using Microsoft.Extensions.Logging;

namespace Assistant.Server.Filters;

/// <summary>What a client may read of an exception: messages made for it as they are, everything else as one line with a correlation id.</summary>
internal static partial class Failures
{
    /// <summary>The message for the client; notes the code for the audit log and logs what is unexpected.</summary>
    public static string Describe(Exception exception, CurrentCall call, ILogger logger)
    {
        var (code, message) = exception switch
        {
            ToolFailure failure => (failure.Code, failure.Message),
            ReconnectNeededException => ("reconnect_needed", exception.Message),
            RefreshUnavailableException => ("google_unavailable", exception.Message),
            StoreUnavailableException => ("store_unavailable", exception.Message),
            SealBrokenException => ("seal_broken", exception.Message),
            _ => ("internal", $"Something went wrong in the server; its log names it {call.CorrelationId}. Trying again later may help."),
        };
        call.FailedWith(code);
        if (code is "internal" or "store_unavailable" or "seal_broken")
            Log.Failed(logger, call.Action, call.CorrelationId, ExceptionText.WithoutContent(exception));
        return message;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Action} failed ({CorrelationId}): {Exception}")]
        public static partial void Failed(ILogger logger, string action, string correlationId, string exception);
    }
}
