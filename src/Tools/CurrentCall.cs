using Assistant.TokenStore;

namespace Assistant.Tools;

/// <summary>The request being answered: one for each dependency injection scope, filled by the front door before anything else runs.</summary>
public sealed class CurrentCall
{
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private Caller? _caller;

    /// <exception cref="InvalidOperationException">No identity was verified: a mistake in the wiring, never a caller's.</exception>
    public Caller Caller => _caller ?? throw new InvalidOperationException("No caller was verified for this request.");

    /// <summary>Tool name, or the kind of request such as <c>resources/read</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>Joins the answer, the audit log and the log lines.</summary>
    public string CorrelationId { get; private set; } = "";

    /// <summary>Set for tool calls; null for resources and prompts, which only read.</summary>
    public ToolRequest? Request { get; private set; }

    /// <summary>Why it failed, in one fixed word for the audit log.</summary>
    public string? FailureCode { get; private set; }

    /// <summary>Whether its calls to Google leave the quota to others, because nobody waits for them.</summary>
    public bool IsBackground { get; set; }

    /// <summary>Ids of the Google accounts that were used.</summary>
    public IReadOnlyCollection<string> Accounts
    {
        get
        {
            lock (_accounts)
                return [.. _accounts];
        }
    }

    public void Begin(Caller caller, string action, string correlationId)
    {
        _caller = caller;
        Action = action;
        CorrelationId = correlationId;
    }

    public void Brings(ToolRequest request) => Request = request;

    public void FailedWith(string code) => FailureCode = code;

    public void Uses(GoogleAccount account)
    {
        lock (_accounts)
            _accounts.Add(account.Id);
    }
}
