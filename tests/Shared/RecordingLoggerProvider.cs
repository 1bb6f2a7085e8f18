using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Shared;

/// <summary>Adds a <see cref="RecordingLoggerFactory"/> to an application's own logging.</summary>
public sealed class RecordingLoggerProvider(RecordingLoggerFactory recorder) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => recorder.CreateLogger(categoryName);

    public void Dispose()
    {
    }
}
