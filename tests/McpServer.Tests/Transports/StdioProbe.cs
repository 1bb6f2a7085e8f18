using System.IO.Pipelines;
using System.Text.Json.Nodes;
using Assistant.Server.Transports;
using Assistant.Tests.Shared;
using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Server.Tests.Transports;

/// <summary>The real stdio host of one user (Ann or Bob), on pipes instead of the process's streams.</summary>
internal sealed class StdioProbe : IAsyncDisposable
{
    private readonly Pipe _toServer = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Pipe _toClient = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly StreamReader _lines;

    public StdioProbe(string user = "ann")
    {
        Store = new FailingCallers(Callers);
        var services = new ServiceCollection()
            .AddSingleton<ICallers>(Store)
            .AddSingleton(Gate);
        services.AddMcpServer().WithTools<ProbeTools>();
        _lines = new StreamReader(_toClient.Reader.AsStream());
        Running = StdioHost.RunAsync(
            services.BuildServiceProvider(), user, _toServer.Reader.AsStream(), _toClient.Writer.AsStream(), TestContext.Current.CancellationToken);
    }

    public MemoryCallers Callers { get; } = new MemoryCallers().AddUser("ann").AddUser("bob");

    public FailingCallers Store { get; }

    public Gate Gate { get; } = new();

    /// <summary>The exit code.</summary>
    public Task<int> Running { get; }

    public Stream Input => _toServer.Writer.AsStream(leaveOpen: true);

    public Stream Output => _toClient.Reader.AsStream(leaveOpen: true);

    public Task SendAsync(string line) => _toServer.Writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes(line + "\n")).AsTask();

    public async Task<JsonNode> ReceiveAsync() =>
        JsonNode.Parse((await _lines.ReadLineAsync(TestContext.Current.CancellationToken))!)!;

    public async Task<JsonNode> AskAsync(string line)
    {
        await SendAsync(line);
        return await ReceiveAsync();
    }

    public ValueTask CloseInputAsync() => _toServer.Writer.CompleteAsync();

    /// <summary>As a client that died: writing to it fails.</summary>
    public ValueTask BreakOutputAsync() => _toClient.Reader.CompleteAsync(new IOException("Broken pipe"));

    public async ValueTask DisposeAsync()
    {
        await CloseInputAsync();
        Gate.Open();
        await Running;
    }
}
