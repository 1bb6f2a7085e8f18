namespace Assistant.Tools.Gmail.Settings;

/// <summary>A change of an address to send as; null keeps what is set, an empty text clears it.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">The name that recipients see.</param>
/// <param name="ReplyTo">Where answers go.</param>
/// <param name="Signature">HTML.</param>
/// <param name="Default">The address that becomes the default one; null keeps it.</param>
internal sealed record SendAsSpec(string Email, string? Name = null, string? ReplyTo = null, string? Signature = null, string? Default = null)
{
    public const string Kind = "send_as";
}

/// <param name="Addresses">That the mailbox may send as.</param>
public sealed record SendAsList(IReadOnlyList<SendAsEntry>? Addresses = null) : IToolResult
{
    public string ToText() => string.Join("\n\n", (Addresses ?? []).Select(address =>
        $"{address.Name} <{address.Email}>{(address.Default is true ? ", default" : "")}{(address.Verified is false ? ", not verified yet" : "")}"
        + (address.ReplyTo is null ? "" : $"\nReply-To: {address.ReplyTo}") + (address.Signature is null ? "" : $"\nSignature:\n{address.Signature}")));
}

/// <param name="Email">The address.</param>
/// <param name="Name">The name that recipients see.</param>
/// <param name="ReplyTo">Where answers go, if elsewhere.</param>
/// <param name="Signature">As text.</param>
/// <param name="Default">Used where nobody chooses.</param>
/// <param name="Verified">False until its owner confirmed it.</param>
public sealed record SendAsEntry(
    string? Email = null, string? Name = null, string? ReplyTo = null, string? Signature = null, bool? Default = null, bool? Verified = null);
