namespace Assistant.TokenStore;

/// <summary>What has to happen before a mail leaves; the stricter of the server's and the key's applies.</summary>
public enum SendPolicy
{
    /// <summary>Nothing leaves: mail stays a draft, for the person to send in Gmail.</summary>
    DraftsOnly,

    /// <summary>The person agrees to every mail.</summary>
    Ask,

    /// <summary>Mail to listed recipients only leaves without asking; the person agrees to every other one.</summary>
    AllowListed,

    /// <summary>Mail leaves without asking.</summary>
    Allow,
}
