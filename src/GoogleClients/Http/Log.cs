using Microsoft.Extensions.Logging;

namespace Assistant.GoogleClients.Http;

/// <summary>Method, outcome, attempt and times only: neither address nor content of a call is ever logged.</summary>
internal static partial class Log
{
    public static void Repeated(ILogger logger, GoogleCall call, string outcome) =>
        Repeated(logger, call.Method.Id, outcome, call.Attempt, call.Wait.TotalMilliseconds);

    [LoggerMessage(1, LogLevel.Debug, "{Method} answered {Status} at attempt {Attempt} after {Elapsed:0} ms")]
    public static partial void Answered(ILogger logger, string method, int status, int attempt, double elapsed);

    [LoggerMessage(2, LogLevel.Information, "{Method} failed ({Outcome}) at attempt {Attempt}; the next one follows in {Wait:0} ms")]
    private static partial void Repeated(ILogger logger, string method, string outcome, int attempt, double wait);

    [LoggerMessage(3, LogLevel.Information, "{Method} waited {Wait:0} ms for the account's quota")]
    public static partial void WaitedForQuota(ILogger logger, string method, double wait);

    [LoggerMessage(4, LogLevel.Warning, "{Method} was given up ({Outcome}) at attempt {Attempt} after {Elapsed:0} ms")]
    public static partial void GivenUp(ILogger logger, string method, string outcome, int attempt, double elapsed);
}
