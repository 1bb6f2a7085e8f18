namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>Waits for something that tells nobody when it happens.</summary>
internal static class Deadline
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task UntilAsync(Func<Task<bool>> happened, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await happened())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"It did not happen: {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Stage.Stop);
        }
    }
}
