using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>Lines to and from a server process. Requests may be under way together.</summary>
internal sealed class StdioWire : IWire, IDisposable
{
    private readonly AssistantProcess _process;
    private readonly Era _era;
    private readonly Action<string> _answered;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _waiting = [];
    private readonly Task _reading;
    private readonly Lazy<Task> _opening;

    public StdioWire(AssistantProcess process, Era era, Action<string> answered)
    {
        (_process, _era, _answered) = (process, era, answered);
        _reading = ReadAsync();
        _opening = new(OpenAsync);
    }

    public AssistantProcess Process => _process;

    /// <summary>Ends when the server closes its output.</summary>
    public Task Ended => _reading;

    public async Task<string> AskAsync(int id, string method, JsonObject? parameters = null)
    {
        await _opening.Value;
        return await SendAsync(id.ToString(CultureInfo.InvariantCulture), JsonRpc.Request(id, method, parameters, _era));
    }

    /// <summary>Any line; the answer is the one with this id (<c>null</c> where the server could not read one).</summary>
    public Task<string> SendAsync(string id, string line) => SendAsync(id, Encoding.UTF8.GetBytes(line));

    public async Task<string> SendAsync(string id, byte[] line)
    {
        var answer = _waiting.GetOrAdd(id, _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
        await WriteAsync(line);
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60), Stage.Stop);
    }

    public void Dispose() => _writing.Dispose();

    private async Task OpenAsync()
    {
        if (_era == Era.Stateless)
            return;
        await SendAsync("0", JsonRpc.Initialize(0));
        await WriteAsync(Encoding.UTF8.GetBytes(JsonRpc.Initialized));
    }

    private async Task WriteAsync(byte[] line)
    {
        await _writing.WaitAsync(Stage.Stop);
        try
        {
            await _process.Input.BaseStream.WriteAsync(line, Stage.Stop);
            await _process.Input.BaseStream.WriteAsync("\n"u8.ToArray(), Stage.Stop);
            await _process.Input.BaseStream.FlushAsync(Stage.Stop);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.Output.ReadLineAsync(CancellationToken.None) is { } line)
        {
            _answered(line);
            var id = JsonNode.Parse(line)!.AsObject() is var message && message.TryGetPropertyValue("id", out var value) && value is not null
                ? value.ToJsonString()
                : "null";
            if (message.ContainsKey("method"))
                continue;
            if (_waiting.TryRemove(id, out var waiting))
                waiting.SetResult(line);
        }

        foreach (var waiting in _waiting.Values)
            waiting.TrySetException(new IOException("The server closed its output."));
    }
}
