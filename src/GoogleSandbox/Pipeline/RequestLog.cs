namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>What arrived, in order of the answers.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<RecordedRequest> _requests = [];

    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public void Add(Exchange exchange, int status)
    {
        var request = exchange.Request;
        var headers = request.Headers
            .Where(pair => pair.Key is not ("Authorization" or "Cookie"))
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var recorded = new RecordedRequest(
            request.HttpMethod, request.RawPath, request.Query, headers, status, exchange.MethodId, exchange.Person, exchange.Violation);
        lock (_gate)
            _requests.Add(recorded);
    }

    public void Clear()
    {
        lock (_gate)
            _requests.Clear();
    }
}
