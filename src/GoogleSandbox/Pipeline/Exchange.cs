namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>One request on its way through the steps, with what they found out about it.</summary>
internal sealed class Exchange(IncomingRequest request)
{
    public IncomingRequest Request { get; } = request;

    public string? MethodId { get; set; }

    public string? Person { get; set; }

    public string? Violation { get; set; }

    /// <summary>What faults are matched with.</summary>
    public string FaultKey => MethodId ?? Request.RawPath;
}
