namespace Assistant.GoogleSandbox.Description;

/// <summary>What Google's description says of one path or query parameter.</summary>
internal sealed record ParameterFacts
{
    public string Type { get; init; } = "string";

    public string? Format { get; init; }

    public bool Required { get; init; }

    public bool Repeated { get; init; }

    public bool Path { get; init; }

    public IReadOnlyList<string>? Enum { get; init; }

    public string? Minimum { get; init; }

    public string? Maximum { get; init; }
}
