using System.CommandLine;
using Assistant.TokenStore;

namespace Assistant.Server.Commands;

internal static class KeysRevokeCommand
{
    public static Command Create(CommonOptions common)
    {
        var id = new Argument<string>("id") { Description = "As 'assistant keys list' shows it, or its beginning as far as no other key has it." };
        return new Command("revoke", "End a key, within a second also in servers that run.\n\nExample:\n  assistant keys revoke 3f9c")
        {
            id,
            common.Json,
        }.Does(common, async (context, cancellationToken) =>
        {
            var wanted = context.Parsed.GetRequiredValue(id);
            var store = context.Get<IKeyStore>();
            var key = Find(await store.ListAsync(userId: null, cancellationToken), wanted);
            if (key is null || !await store.RevokeAsync(key.Id, cancellationToken))
                throw new CliException($"There is no key with the id '{wanted}' that still works. '{context.Next("assistant keys list")}' shows them.");
            await context.RecordAsync("key.revoke", key.UserId, accountId: null, key.Id, cancellationToken);
            if (context.WantsJson)
                await context.JsonAsync(new { key.Id, key.Name, Revoked = true });
            else
                await context.SayAsync($"Key {key.Id} ('{key.Name}') is revoked.");
            return ExitCode.Ok;
        });
    }

    /// <summary>A whole id goes before a beginning; beginnings are those of keys that are not revoked.</summary>
    private static ApiKey? Find(IReadOnlyList<ApiKey> keys, string wanted)
    {
        if (keys.FirstOrDefault(key => key.Id == wanted) is { } exact)
            return exact;
        var begin = keys.Where(key => key.RevokedAt is null && wanted.Length > 0 && key.Id.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        if (begin.Count <= 1)
            return begin.SingleOrDefault();
        var those = string.Join(", ", begin.Select(key => $"{key.Id} ('{key.Name}')"));
        throw new CliException($"Several keys begin with '{wanted}': {those}. Give more of the id.");
    }
}
