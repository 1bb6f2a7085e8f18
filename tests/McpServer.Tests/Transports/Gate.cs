namespace Assistant.Server.Tests.Transports;

/// <summary>Where the tool <c>wait</c> stands: tests see it arrive, be cancelled, and let it go.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Arrived => _arrived.Task;

    public Task Cancelled => _cancelled.Task;

    public void Open() => _opened.TrySetResult();

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        _arrived.TrySetResult();
        try
        {
            await _opened.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }
    }
}
