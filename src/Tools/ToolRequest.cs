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
}
