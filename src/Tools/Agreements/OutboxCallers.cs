using Assistant.TokenStore;

namespace Assistant.Tools.Agreements;

/// <summary>On whose behalf an entry is carried out, as things are now: a key that was revoked since sends nothing any more.</summary>
internal sealed class OutboxCallers(IUserStore users, IKeyStore keys, IAccountStore accounts, ServerPolicy server, TimeProvider time)
{
    /// <exception cref="ToolFailure">Key, account or policy do not allow it any more.</exception>
    public async Task<(Caller Caller, GoogleAccount Account)> OfAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var user = (await users.ListAsync(cancellationToken)).FirstOrDefault(one => one.Id == entry.UserId) ?? throw new ToolFailure("revoked", "its user was removed.");
        var grants = entry.KeyId is null ? Grants.All : await GrantsAsync(entry, cancellationToken);
        var caller = server.Bound(new Caller(user.Id, user.Name, grants, entry.KeyId));
        var isMail = entry.IsMail();
        SendRules.Refuse(caller.Grants, isMail);
        if (caller.Grants.Level < StoredCard.Of(entry).Level)
            throw new ToolFailure("revoked", "this server or its key does not allow it any more.");
        var account = (await accounts.ListAsync(entry.UserId, cancellationToken)).FirstOrDefault(one => one.Id == entry.AccountId && caller.Grants.AllowAccount(one.Nickname))
            ?? throw new ToolFailure("unknown_account", "the account is not connected any more.");
        return (caller, account);
    }

    private async Task<Grants> GrantsAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var key = (await keys.ListAsync(entry.UserId, cancellationToken)).FirstOrDefault(one => one.Id == entry.KeyId);
        return key is { RevokedAt: null } && !(key.ExpiresAt <= time.GetUtcNow()) ? key.Grants : throw new ToolFailure("revoked", "the key that ordered it was revoked or has expired.");
    }
}
