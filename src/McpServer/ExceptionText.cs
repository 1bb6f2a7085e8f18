using Assistant.TokenStore;

namespace Assistant.Server;

/// <summary>What a log may hold of an exception: types and places. Messages of a library can carry arguments, addresses or bodies; the store's are its own.</summary>
internal static class ExceptionText
{
    public static string WithoutContent(Exception exception) =>
        string.Join(" <- ", Chain(exception).Select(Head)) + Environment.NewLine + exception.StackTrace;

    private static string Head(Exception exception) =>
        exception is StoreUnavailableException or SealBrokenException ? $"{exception.GetType()}: {exception.Message}" : exception.GetType().ToString();

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }
}
