namespace Assistant.Tools;

/// <summary>What a tool call brings beside its arguments.</summary>
/// <param name="Digest">SHA-256 over the tool's name and its arguments without regard to their order, in hex: equal calls have equal digests.</param>
/// <param name="CanAsk">Whether the client can put a question to the person (elicitation).</param>
/// <param name="State">What an earlier answer asked the client to send back, or null. Attacker's input until it is opened.</param>
/// <param name="Agreed">The person's answer to the question that came with <paramref name="State"/>: true for yes, false for no, null for none.</param>
public sealed record ToolRequest(string Digest, bool CanAsk, string? State, bool? Agreed)
{
    /// <summary>The name of the one question in what is asked of the client.</summary>
    public const string QuestionKey = "agreement";

    /// <summary>What the names of texts that the client's model is asked for begin with.</summary>
    public const string SamplePrefix = "text-";

    /// <summary>Whether the client lends its model (sampling).</summary>
    public bool CanSample { get; init; }

    /// <summary>What the client's model wrote, by the names of what was asked. Whatever it says is an outsider's.</summary>
    public IReadOnlyDictionary<string, SampledText> Sampled { get; init; } = new Dictionary<string, SampledText>();
}

/// <param name="Text">What it wrote.</param>
/// <param name="Model">What the client calls it.</param>
/// <param name="IsCut">It stopped at the most tokens that it may write.</param>
public sealed record SampledText(string Text, string Model, bool IsCut = false);
