namespace Assistant.GoogleSandbox;

/// <summary>The faults that a sandbox is asked to show. Safe to change while requests run.</summary>
public sealed class SandboxFaults
{
    private readonly Lock _gate = new();
    private readonly List<Armed> _faults = [];
    private int _strikes;

    /// <summary>How many calls were struck so far: a call that is held up has arrived, although it is not answered.</summary>
    public int Strikes => Volatile.Read(ref _strikes);

    /// <summary>Adds a fault; of several that match a call, the first added and not yet spent strikes.</summary>
    public void Add(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
            _faults.Add(new Armed(fault));
    }

    public void Clear()
    {
        lock (_gate)
            _faults.Clear();
    }

    /// <summary>Counts this call and returns the fault that strikes it, if any.</summary>
    internal SandboxFault? Strike(string methodOrPath, string? person)
    {
        lock (_gate)
        {
            SandboxFault? struck = null;
            foreach (var armed in _faults)
            {
                if (!armed.Matches(methodOrPath, person))
                    continue;
                armed.Seen++;
                if (struck is null && armed.Seen >= armed.Fault.FromCall && armed.Struck < armed.Fault.Times)
                {
                    armed.Struck++;
                    struck = armed.Fault;
                    _strikes++;
                }
            }
            return struck;
        }
    }

    private sealed class Armed(SandboxFault fault)
    {
        public SandboxFault Fault { get; } = fault;

        public int Seen { get; set; }

        public int Struck { get; set; }

        public bool Matches(string methodOrPath, string? person)
        {
            if (Fault.Person is { } only && !string.Equals(only, person, StringComparison.OrdinalIgnoreCase))
                return false;
            return Fault.Match switch
            {
                null => true,
                [.. var prefix, '*'] => methodOrPath.StartsWith(prefix, StringComparison.Ordinal),
                var exact => methodOrPath == exact,
            };
        }
    }
}
