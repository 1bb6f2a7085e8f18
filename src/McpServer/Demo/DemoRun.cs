namespace Assistant.Server.Demo;

/// <summary><c>assistant demo</c>: the tour, then the server for whoever wants to try it.</summary>
internal static class DemoRun
{
    /// <param name="once">Ends after the tour.</param>
    /// <param name="url">Where to listen.</param>
    /// <param name="self">What starts a stdio server.</param>
    /// <param name="output">Is told everything.</param>
    /// <param name="cancellationToken">Ends the demo.</param>
    /// <returns>False where the tour met something that should not be.</returns>
    public static async Task<bool> RunAsync(bool once, string url, SelfCommand self, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("assistant-demo-");
        try
        {
            await using var stage = await DemoStage.SetAsync(folder.FullName, url, self, cancellationToken);
            var transcript = new Transcript(output);
            await new DemoTour(stage, transcript).RunAsync(cancellationToken);
            transcript.Surprises.AddRange(stage.Violations);
            foreach (var surprise in transcript.Surprises)
                await output.WriteLineAsync($"SURPRISE: {surprise}");
            if (!once)
                await ServeAsync(stage, output, cancellationToken);
            return transcript.Surprises.Count == 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ServeAsync(DemoStage stage, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"\n== Now yours: {stage.Endpoint} (Ctrl-C ends it and deletes everything)");
        foreach (var person in stage.People)
        {
            await output.WriteLineAsync($"\nKey of {person.User}: {person.Key.Value}");
            await output.WriteLineAsync("Claude Desktop and other clients that start a server:");
            await output.WriteLineAsync(ClientConfiguration.Stdio($"assistant-{person.User}", stage.Self, stage.StdioArguments(person), stage.Environment));
            await output.WriteLineAsync("Clients that speak HTTP:");
            await output.WriteLineAsync(ClientConfiguration.Http($"assistant-{person.User}", stage.Endpoint, person.Key.Value));
        }

        var ended = new TaskCompletionSource();
        await using var stop = cancellationToken.Register(ended.SetResult);
        await ended.Task;
    }
}
