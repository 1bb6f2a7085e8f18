using System.Text;

namespace Assistant.Tools.Accounts;

/// <param name="User">The caller.</param>
/// <param name="Accounts">The accounts this caller may use.</param>
public sealed record AccountList(string User, IReadOnlyList<AccountEntry> Accounts) : IToolResult
{
    public string ToText()
    {
        if (Accounts.Count == 0)
            return $"{User} has no Google account connected. Connect one with: assistant login --user {User}";
        var text = new StringBuilder($"Google accounts of {User}:\n");
        foreach (var account in Accounts)
        {
            text.Append("- ").Append(account.Account).Append(" <").Append(account.Email).Append(">: ").AppendJoin(", ", account.Access);
            if (account.ReconnectNeeded)
                text.Append("; needs to be connected again: assistant login --user ").Append(User).Append(" --account ").Append(account.Account);
            text.Append('\n');
        }

        return text.ToString().TrimEnd();
    }
}

/// <param name="Account">Nickname for the <c>account</c> argument of other tools.</param>
/// <param name="Email">Address of the mailbox.</param>
/// <param name="Access">What was granted, in words.</param>
/// <param name="ReconnectNeeded">The person has to log in again first.</param>
public sealed record AccountEntry(string Account, string Email, IReadOnlyList<string> Access, bool ReconnectNeeded);
