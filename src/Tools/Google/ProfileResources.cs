using System.ComponentModel;
using System.Text;
using Assistant.Tools.Time;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Google;

[McpServerResourceType]
internal sealed class ProfileResources(GoogleAccounts accounts, AccountZones zones, CurrentCall call)
{
    [McpServerResource(UriTemplate = "assistant://profile", Name = "profile", Title = "Profile", MimeType = "text/plain")]
    [Description("Who the caller is: name, Google accounts, time zones.")]
    public async Task<string> Profile(CancellationToken cancellationToken)
    {
        var text = new StringBuilder("User: ").Append(call.Caller.UserName).Append('\n');
        foreach (var account in await accounts.AllowedAsync(cancellationToken))
        {
            text.Append("- ").Append(account.Nickname).Append(" <").Append(account.Email).Append(">, ")
                .Append(TimeZones.IanaName(await zones.OfAsync(account, cancellationToken))).Append(": ")
                .AppendJoin(", ", GoogleScopes.InWords(account.Scopes)).Append('\n');
        }

        return text.ToString().TrimEnd();
    }
}
