using System.ComponentModel;
using Assistant.TokenStore;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Accounts;

[Toolset("core")]
internal sealed class AccountTools(IAccountStore accounts, CurrentCall call)
{
    [McpServerTool(Name = "account_list", Title = "List accounts", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false,
        UseStructuredContent = true, OutputSchemaType = typeof(AccountList))]
    [Description("The caller's Google accounts and what each allows.")]
    public async Task<CallToolResult> List(CancellationToken cancellationToken)
    {
        var own = await accounts.ListAsync(call.Caller.UserId, cancellationToken);
        return new AccountList(
            call.Caller.UserName,
            [
                .. own
                    .Where(account => call.Caller.Grants.AllowAccount(account.Nickname))
                    .Select(account => new AccountEntry(
                        account.Nickname,
                        account.Email,
                        GoogleScopes.InWords(account.Scopes),
                        account.Status == AccountStatus.ReconnectNeeded)),
            ]).ToCallToolResult();
    }
}
