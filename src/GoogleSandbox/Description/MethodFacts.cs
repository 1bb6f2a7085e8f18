namespace Assistant.GoogleSandbox.Description;

/// <summary>What Google's description says of one method.</summary>
internal sealed record MethodFacts
{
    public required string Id { get; init; }

    public required string Verb { get; init; }

    public required string Path { get; init; }

    public required IReadOnlyDictionary<string, ParameterFacts> Parameters { get; init; }

    /// <summary>Any one of them is enough.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Schema of the body it takes.</summary>
    public string? Request { get; init; }

    /// <summary>Schema of the body it gives.</summary>
    public string? Response { get; init; }

    /// <summary>Paths of its media uploads.</summary>
    public IReadOnlyList<string> Uploads { get; init; } = [];
}
