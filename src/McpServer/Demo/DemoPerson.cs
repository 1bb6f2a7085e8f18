using Assistant.TokenStore;

namespace Assistant.Server.Demo;

/// <summary>Somebody of the sample world who uses the demo server.</summary>
/// <param name="User">Their user name here.</param>
/// <param name="Email">Their mailbox in the sandbox.</param>
/// <param name="Key">Their bearer key for HTTP.</param>
internal sealed record DemoPerson(string User, string Email, Secret Key);
