namespace Assistant.Retrieval.Text.Html;

/// <summary>Ends work that takes too long.</summary>
internal sealed class WorkLimit
{
    private const int StepsBetweenLooks = 256;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly CancellationToken _cancellationToken;
    private int _steps;

    public WorkLimit(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        (_limit, _time, _cancellationToken) = (limit, time, cancellationToken);
        _start = time.GetTimestamp();
        Look();
    }

    public void Step()
    {
        if (++_steps % StepsBetweenLooks == 0)
            Look();
    }

    /// <exception cref="WorkLimitException">The time is over.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public void Look()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_time.GetElapsedTime(_start) >= _limit)
            throw new WorkLimitException("The text took too long to read.");
    }
}

internal sealed class WorkLimitException(string message) : Exception(message);
