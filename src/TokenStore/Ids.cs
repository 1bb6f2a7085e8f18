using System.Security.Cryptography;

namespace Assistant.TokenStore;

internal static class Ids
{
    /// <summary>128 random bits, lower-case hex.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The time as the store keeps it, so that what a method returns equals what is read later.</summary>
    public static DateTimeOffset Milliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
