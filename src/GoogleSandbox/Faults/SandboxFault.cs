namespace Assistant.GoogleSandbox;

/// <summary>Something that goes wrong on demand, for some calls only.</summary>
public sealed record SandboxFault
{
    /// <summary>
    /// A method's id in Google's description (<c>gmail.users.messages.get</c>), a path (<c>/token</c>), either with <c>*</c> at its end, or null for
    /// every request.
    /// </summary>
    public string? Match { get; init; }

    /// <summary>Only calls with this person's token; null for everybody's.</summary>
    public string? Person { get; init; }

    /// <summary>The first matching call that it strikes, counted from 1.</summary>
    public int FromCall { get; init; } = 1;

    /// <summary>How many calls it strikes before it is spent.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Answered in place of the call's own answer.</summary>
    public int? Status { get; init; }

    /// <summary>Google's reason (<c>rateLimitExceeded</c>, <c>backendError</c>); for <c>/token</c> the OAuth error code.</summary>
    public string? Reason { get; init; }

    /// <summary>Whole seconds, as a <c>Retry-After</c> header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Waited, by the sandbox's clock, before anything else.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The call takes effect after its delay although its client is gone: a request that is late.</summary>
    public bool Late { get; init; }

    /// <summary>Cuts the connection in place of an answer.</summary>
    public bool Reset { get; init; }

    /// <summary>Promises the whole body and cuts the connection after half of it.</summary>
    public bool Truncate { get; init; }

    /// <summary>The call still takes effect; only its answer is lost to the status or the reset.</summary>
    public bool AfterEffect { get; init; }
}
