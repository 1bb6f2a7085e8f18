namespace Assistant.Server;

/// <summary>How to start this program again: as an executable of its own, or through <c>dotnet</c> where it was started so.</summary>
internal sealed record SelfCommand(string Command, IReadOnlyList<string> Arguments)
{
    public static SelfCommand Current { get; } = Find();

    private static SelfCommand Find()
    {
        var process = Environment.ProcessPath ?? throw new InvalidOperationException("The system does not say which program this process runs.");
        var isHost = Path.GetFileNameWithoutExtension(process).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new(process, isHost ? [Path.Combine(AppContext.BaseDirectory, "assistant.dll")] : []);
    }
}
