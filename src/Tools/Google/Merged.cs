using Assistant.TokenStore;

namespace Assistant.Tools.Google;

/// <summary>Asks several accounts at once; one that fails does not keep the others from answering.</summary>
internal static class Merged
{
    private const int AtOnce = 8;

    /// <returns>The answers, and a sentence for each account that failed.</returns>
    /// <exception cref="ToolFailure">All failed: the first one's.</exception>
    public static async Task<(IReadOnlyList<T> Answers, IReadOnlyList<string> Problems)> AskAsync<T>(
        IReadOnlyList<GoogleAccount> accounts, Func<GoogleAccount, Task<T>> ask)
    {
        var results = await Task.WhenAll(accounts.Select(account => TryAsync(account, ask)));
        var failures = results.Where(result => result.Failure is not null).Select(result => result.Failure!).ToList();
        if (failures.Count == accounts.Count)
            throw failures[0];
        return ([.. results.Where(result => result.Failure is null).Select(result => result.Answer!)], [.. failures.Select(failure => failure.Message)]);
    }

    /// <summary>In order, a few at a time.</summary>
    public static async Task<IReadOnlyList<TOut>> SelectAsync<TIn, TOut>(
        IReadOnlyList<TIn> items, Func<TIn, CancellationToken, Task<TOut>> ask, CancellationToken cancellationToken)
    {
        var answers = new TOut[items.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, items.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, cancel) => answers[i] = await ask(items[i], cancel));
        return answers;
    }

    private static async Task<(T? Answer, ToolFailure? Failure)> TryAsync<T>(GoogleAccount account, Func<GoogleAccount, Task<T>> ask)
    {
        try
        {
            return (await ask(account), null);
        }
        catch (ToolFailure failure)
        {
            return (default, failure);
        }
    }
}
