using System.CommandLine;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

internal static class KeysListCommand
{
    public static Command Create(CommonOptions common) => new Command(
        "list", "Show the keys, without their secrets: of one user with --user, else of all.") { common.Json }
        .Does(common, async (context, cancellationToken) =>
        {
            var users = await context.Get<IUserStore>().ListAsync(cancellationToken);
            var only = context.GivenUser is null ? null : await context.UserAsync(cancellationToken);
            var keys = await context.Get<IKeyStore>().ListAsync(only?.Id, cancellationToken);
            var names = users.ToDictionary(user => user.Id, user => user.Name);
            var now = context.Get<TimeProvider>().GetUtcNow();
            await context.ListAsync(
                [
                    .. keys.Select(key => new
                    {
                        key.Id,
                        User = names.GetValueOrDefault(key.UserId),
                        key.Name,
                        key.Grants,
                        key.CreatedAt,
                        key.ExpiresAt,
                        key.RevokedAt,
                    }),
                ],
                new Table("ID", "USER", "NAME", "MAY", "STATE").AddAll(
                    keys, key => [key.Id, names.GetValueOrDefault(key.UserId, "?"), key.Name, May(key.Grants), State(key, now)]),
                $"There is no key yet. Make one: {context.Next("assistant keys create NAME")}");
            return ExitCode.Ok;
        });

    private static string May(Grants grants) =>
        grants.Level.ToString().ToLowerInvariant()
        + (grants.Level == PermissionLevel.Send ? $" ({SendPolicyNames.Name(grants.Sending)})" : "")
        + (grants.Recipients is { } recipients ? $"; recipients {string.Join(',', recipients)}" : "")
        + (grants.Tools is { } tools ? $"; tools {string.Join(',', tools)}" : "")
        + (grants.Accounts is { } accounts ? $"; accounts {string.Join(',', accounts)}" : "");

    private static string State(ApiKey key, DateTimeOffset now) => key switch
    {
        { RevokedAt: { } at } => $"revoked {Table.Date(at)}",
        { ExpiresAt: { } at } when at <= now => $"expired {Table.Date(at)}",
        { ExpiresAt: { } at } => $"until {Table.Date(at)}",
        _ => "never expires",
    };
}
