using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Assistant.Server;

/// <summary>
/// The console logger, on standard error, made when the first line is written: most processes never write one, and a local client waits for their start.
/// Standard output belongs to the protocol and to the answers of commands.
/// </summary>
internal sealed class LateConsole : ILoggerProvider
{
    private readonly Lazy<ILoggerFactory> _console = new(() => LoggerFactory.Create(logging =>
    {
        // What is written was let through by the factory that this provider belongs to.
        logging.SetMinimumLevel(LogLevel.Trace);
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }));

    public ILogger CreateLogger(string categoryName) => new LateLogger(categoryName, _console);

    public void Dispose()
    {
        if (_console.IsValueCreated)
            _console.Value.Dispose();
    }

    private sealed class LateLogger(string category, Lazy<ILoggerFactory> console) : ILogger
    {
        private ILogger? _inner;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            (_inner ??= console.Value.CreateLogger(category)).Log(logLevel, eventId, state, exception, formatter);
    }
}
