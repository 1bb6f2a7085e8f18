using Assistant.TokenStore;

namespace Assistant.Tools.Agreements;

/// <summary>Whether something may leave without asking, under the stricter of the key's policy and the server's.</summary>
internal sealed class SendRules(ServerPolicy server)
{
    /// <exception cref="ToolFailure">Nothing may leave at all.</exception>
    public static void Refuse(Grants grants, bool isMail)
    {
        if (isMail && grants.Sending == SendPolicy.DraftsOnly)
            throw new ToolFailure("drafts_only", "Sending is switched off here: only drafts are made. Save it with gmail_create_draft; the person sends it in Gmail.");
    }

    public bool MayGoUnasked(Grants grants, StoredCard card) => !card.AlwaysAsk && grants.Sending switch
    {
        SendPolicy.Allow => true,
        SendPolicy.AllowListed => card.Recipients.Count > 0 && card.Recipients.All(recipient => IsListed(recipient, grants.Recipients) && IsListedHere(recipient)),
        _ => false,
    };

    private bool IsListedHere(string recipient) => server.Sending != SendPolicy.AllowListed || server.Recipients is null || IsListed(recipient, server.Recipients);

    /// <summary>A whole address, or a whole domain; never a part of one.</summary>
    private static bool IsListed(string recipient, IReadOnlyList<string>? list) => list is not null && list.Any(allowed => allowed.StartsWith('@')
        ? recipient.EndsWith(allowed, StringComparison.OrdinalIgnoreCase) && recipient.IndexOf('@', StringComparison.Ordinal) == recipient.Length - allowed.Length
        : string.Equals(recipient, allowed, StringComparison.OrdinalIgnoreCase));
}
