using System.Security.Claims;
using Assistant.TokenStore;

namespace Assistant.Server.Identity;

/// <summary>The verified caller, as the MCP SDK carries users: on every message, never taken from its content.</summary>
internal sealed class CallerPrincipal(CallerLease lease)
    : ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, lease.Caller.UserId)], authenticationType: "assistant"))
{
    public CallerLease Lease { get; } = lease;
}
