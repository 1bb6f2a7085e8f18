namespace Assistant.TokenStore.Tests;

/// <summary>A clock that starts where a test's clock stands and runs as the system's does.</summary>
internal sealed class RunningTime(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_started);
}
