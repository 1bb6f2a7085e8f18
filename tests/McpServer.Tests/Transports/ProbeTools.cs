using System.ComponentModel;
using System.Security.Claims;
using Assistant.Server.Identity;
using ModelContextProtocol.Server;

namespace Assistant.Server.Tests.Transports;

/// <summary>Tools that show what the transport handed over.</summary>
[McpServerToolType]
internal sealed class ProbeTools
{
    [McpServerTool(Name = "who")]
    [Description("The caller of this very message, and the text it sent.")]
    public static string Who(ClaimsPrincipal user, string text = "") => $"{((CallerPrincipal)user).Lease.Caller.UserName}:{text}";

    [McpServerTool(Name = "wait")]
    [Description("Waits until it is cancelled, or let go.")]
    public static async Task<string> Wait(Gate gate, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        return "let go";
    }

    [McpServerTool(Name = "region")]
    [Description("An argument that travels as a header too.")]
    public static string Region([McpHeader("Region")] string region) => region;
}
