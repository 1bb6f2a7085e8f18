using Assistant.TokenStore;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>Somebody who uses the server.</summary>
/// <param name="User">In the store.</param>
/// <param name="Email">The mailbox of their account <c>work</c>.</param>
/// <param name="Key">A bearer key that may do everything.</param>
/// <param name="KeyId">Its id.</param>
/// <param name="Mailboxes">All of theirs.</param>
internal sealed record StagePerson(User User, string Email, string Key, string KeyId, IReadOnlyList<string> Mailboxes)
{
    public string Name => User.Name;

    public string Marker => SmallWorld.Marker(Email);
}
