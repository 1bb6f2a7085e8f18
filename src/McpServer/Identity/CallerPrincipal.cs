using System.Security.Claims;
using Assistant.TokenStore;

namespace Assistant.Server.Identity;

/// <summary>The verified caller of one message; filters and tools find it as the request's <c>User</c>.</summary>
internal sealed class CallerPrincipal(CallerLease lease) : ClaimsPrincipal
{
    public CallerLease Lease { get; } = lease;

    public Caller Caller => Lease.Caller;
}
