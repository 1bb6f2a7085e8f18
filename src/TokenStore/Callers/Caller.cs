namespace Assistant.TokenStore;

/// <summary>Who is asking and what they may do: built from something verified, never from an argument.</summary>
/// <param name="UserId">Owner of everything the request may touch.</param>
/// <param name="UserName">The name used on the command line.</param>
/// <param name="Grants">What this key, or the local profile, may do.</param>
/// <param name="KeyId">The bearer key, or null for the local profile over stdio.</param>
public sealed record Caller(string UserId, string UserName, Grants Grants, string? KeyId);
