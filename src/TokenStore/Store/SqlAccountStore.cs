using System.Data.Common;
using Assistant.TokenStore.Encryption;

namespace Assistant.TokenStore.Store;

internal sealed class SqlAccountStore(IDatabase database, ITokenRows rows, TokenSeal seal, TimeProvider time) : IAccountStore
{
    private const string Columns = "SELECT id, user_id, nickname, email, subject, scopes, status, connected_at FROM accounts ";

    public Task<IReadOnlyList<GoogleAccount>> ListAsync(string userId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<GoogleAccount>>(
            session => session.ListAsync(Columns + "WHERE user_id = $user ORDER BY nickname_lower", Account, ("$user", userId)), cancellationToken);

    public Task<GoogleAccount?> FindAsync(string userId, string nicknameOrEmail, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstAsync(
                Columns + "WHERE user_id = $user AND (nickname_lower = $name OR email_lower = $name) ORDER BY nickname_lower = $name DESC LIMIT 1",
                Account,
                ("$user", userId),
                ("$name", Lower(nicknameOrEmail.Trim()))),
            cancellationToken);

    public async Task<GoogleAccount> ConnectAsync(
        string userId, string nickname, GoogleIdentity identity, GoogleTokens tokens, CancellationToken cancellationToken)
    {
        nickname = nickname.Trim();
        if (nickname.Length is 0 or > 64 || nickname.Any(char.IsControl))
            throw new ArgumentException("A nickname has 1 to 64 characters, such as 'work'.", nameof(nickname));
        while (true)
        {
            // Sealing is done outside of the transaction: the first use of the key ring may itself write.
            var before = await database.ReadAsync(session => Before.ReadAsync(session, userId, identity.Subject), cancellationToken).ConfigureAwait(false);
            if (before.Key is not { } key)
                throw new ArgumentException("There is no such user.", nameof(userId));
            var id = before.AccountId ?? Ids.New();
            var account = new GoogleAccount(
                id, userId, nickname, identity.Email, identity.Subject, tokens.Scopes, AccountStatus.Connected, Ids.Milliseconds(time.GetUtcNow()));
            var box = seal.Seal(key, id, before.Generation + 1, tokens);
            if (await database.WriteAsync(Durability.Full, session => WriteAsync(session, account, before, box), cancellationToken).ConfigureAwait(false))
                return account;
        }
    }

    public async Task<GoogleTokens?> ReadTokensAsync(GoogleAccount account, CancellationToken cancellationToken) =>
        await rows.ReadAsync(account.UserId, account.Id, cancellationToken).ConfigureAwait(false) is { } row ? seal.Open(row, account.Id) : null;

    public Task<bool> RemoveAsync(string userId, string accountId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Durability.Full,
            async session =>
            {
                await session.ExecuteAsync("DELETE FROM user_documents WHERE user_id = $user AND kind LIKE $kind", ("$user", userId), ("$kind", IUserDocuments.OfAccount("%", accountId))).ConfigureAwait(false);
                return await session.ExecuteAsync("DELETE FROM accounts WHERE id = $id AND user_id = $user", ("$id", accountId), ("$user", userId)).ConfigureAwait(false) > 0;
            },
            cancellationToken);

    private static async Task<bool> WriteAsync(DbSession session, GoogleAccount account, Before before, byte[] box)
    {
        await session.LockAsync($"accounts {account.UserId}").ConfigureAwait(false);
        var now = await Before.ReadAsync(session, account.UserId, account.Subject).ConfigureAwait(false);
        if ((now.Key?.Id, now.AccountId, now.Generation) != (before.Key?.Id, before.AccountId, before.Generation))
            return false;
        (string, object?)[] values =
        [
            ("$id", account.Id), ("$user", account.UserId), ("$nickname", account.Nickname), ("$nickname_lower", Lower(account.Nickname)),
            ("$email", account.Email), ("$email_lower", Lower(account.Email)), ("$subject", account.Subject), ("$scopes", string.Join(' ', account.Scopes)),
            ("$status", (int)account.Status), ("$at", account.ConnectedAt), ("$key", before.Key!.Id), ("$generation", before.Generation + 1), ("$sealed", box),
        ];
        if (await session.NumberAsync("SELECT count(*) FROM accounts WHERE user_id = $user AND nickname_lower = $nickname_lower AND id <> $id", values).ConfigureAwait(false) > 0)
            throw new NicknameTakenException(account.Nickname);
        await session.ExecuteAsync(
            """
            INSERT INTO accounts (id, user_id, nickname, nickname_lower, email, email_lower, subject, scopes, status, connected_at)
            VALUES ($id, $user, $nickname, $nickname_lower, $email, $email_lower, $subject, $scopes, $status, $at)
            ON CONFLICT (id) DO UPDATE SET nickname = $nickname, nickname_lower = $nickname_lower, email = $email, email_lower = $email_lower,
              scopes = $scopes, status = $status, connected_at = $at
            """,
            values).ConfigureAwait(false);
        await session.ExecuteAsync(
            """
            INSERT INTO tokens (account_id, key_id, generation, sealed) VALUES ($id, $key, $generation, $sealed)
            ON CONFLICT (account_id) DO UPDATE SET key_id = $key, generation = $generation, sealed = $sealed, lease_owner = NULL
            """,
            values).ConfigureAwait(false);
        return true;
    }

    private static GoogleAccount Account(DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        (AccountStatus)row.GetInt32(6),
        row.GetTime(7));

    private static string Lower(string text) => text.ToLowerInvariant();

    private sealed record Before(WrappedKey? Key, string? AccountId, long Generation)
    {
        public static async Task<Before> ReadAsync(DbSession session, string userId, string subject) =>
            await session.FirstAsync(
                """
                SELECT k.id, k.wrapped, a.id, coalesce(t.generation, 0)
                FROM data_keys k LEFT JOIN accounts a ON a.user_id = k.user_id AND a.subject = $subject LEFT JOIN tokens t ON t.account_id = a.id
                WHERE k.user_id = $user
                """,
                row => new Before(new WrappedKey(row.GetString(0), userId, row.GetBlob(1)), row.GetText(2), row.GetInt64(3)),
                ("$user", userId),
                ("$subject", subject)).ConfigureAwait(false) ?? new Before(null, null, 0);
    }
}
