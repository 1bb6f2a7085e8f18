namespace Assistant.GoogleSandbox;

/// <summary>A further address that a person may send as.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">Display name.</param>
/// <param name="Signature">HTML.</param>
/// <param name="Verified">Whether its owner confirmed it; Gmail sends as none that is not.</param>
public sealed record SandboxSendAs(string Email, string Name = "", string Signature = "", bool Verified = true);
