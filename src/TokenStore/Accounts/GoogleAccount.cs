namespace Assistant.TokenStore;

/// <summary>A Google account that a user connected. Holds no secret.</summary>
/// <param name="Id">Random id of this store; never shown to a model.</param>
/// <param name="UserId">The user it belongs to.</param>
/// <param name="Nickname">How the user names it (<c>work</c>, <c>home</c>); unique per user, compared without case.</param>
/// <param name="Email">The address of the mailbox, as Google gave it at login.</param>
/// <param name="Subject">Google's own stable id of the person (<c>sub</c> of the ID token).</param>
/// <param name="Scopes">OAuth scopes that were granted, which can be fewer than were asked for.</param>
/// <param name="Status">Whether its grant still works.</param>
/// <param name="ConnectedAt">When it was connected or last reconnected.</param>
public sealed record GoogleAccount(
    string Id,
    string UserId,
    string Nickname,
    string Email,
    string Subject,
    IReadOnlyList<string> Scopes,
    AccountStatus Status,
    DateTimeOffset ConnectedAt);

public enum AccountStatus
{
    Connected,

    /// <summary>Google answered <c>invalid_grant</c>: only a new login helps.</summary>
    ReconnectNeeded,
}
