namespace Assistant.TokenStore;

/// <summary>What a caller may do; each level includes the ones before it.</summary>
public enum PermissionLevel
{
    /// <summary>Only what changes nothing.</summary>
    Read,

    /// <summary>Labels, archive, trash, filters: what orders the own mailbox.</summary>
    Organise,

    /// <summary>Also drafts, which nobody else sees.</summary>
    Draft,

    /// <summary>Also what reaches other people, as far as <see cref="SendPolicy"/> lets it.</summary>
    Send,
}
