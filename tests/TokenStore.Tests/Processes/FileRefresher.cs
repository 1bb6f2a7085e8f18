namespace Assistant.TokenStore.Tests.Processes;

/// <summary>Notes every refresh in a file that all processes of a test share.</summary>
internal sealed class FileRefresher(string path, string? rotated) : ITokenRefresher
{
    public async Task<RefreshOutcome> RefreshAsync(Secret refreshToken, CancellationToken cancellationToken)
    {
        await File.AppendAllTextAsync(path, "asked\n", cancellationToken);
        // Long enough for the other process to come and find the lease taken.
        await Task.Delay(TimeSpan.FromMilliseconds(1500), TimeProvider.System, cancellationToken);
        return FakeRefresher.Fresh(1, rotated);
    }
}
