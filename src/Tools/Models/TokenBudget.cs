using System.Globalization;
using System.Text.Json;
using Assistant.TokenStore;

namespace Assistant.Tools.Models;

/// <summary>
/// Counts what each key of the caller's uses of the chat service in a day. What a question may cost at most is set aside before it is asked, so that calls at
/// the same time never use more together than is allowed.
/// </summary>
internal sealed class TokenBudget(IUserDocuments documents, WritingSettings settings, CurrentCall call, TimeProvider time)
{
    private const string Kind = "tokens";

    /// <summary>Entries of a day that are added up to one.</summary>
    private const int Many = 50;

    private sealed record Use(string Key, string Day, long Tokens, bool IsSetAside);

    private string UserId => call.Caller.UserId;

    private string Key => call.Caller.KeyId ?? "stdio";

    private string Today => time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <returns>What <see cref="SettleAsync"/> wants.</returns>
    /// <exception cref="ChatServiceException">It would be more than is allowed today.</exception>
    public async Task<string?> SetAsideAsync(long tokens, CancellationToken cancellationToken)
    {
        var id = await documents.AddAsync(UserId, Kind, JsonSerializer.Serialize(new Use(Key, Today, tokens, true)), cancellationToken);
        if (settings.TokensPerDay is not { } most)
            return id;
        var used = await UsedAsync(cancellationToken);
        if (id is not null && used <= most)
            return id;
        if (id is not null)
            await documents.DeleteAsync(UserId, Kind, id, cancellationToken);
        throw new ChatServiceException(string.Create(
            CultureInfo.InvariantCulture, $"This key may use {most} tokens of the chat service in a day, and {used - tokens} are used or set aside: it goes on tomorrow (UTC)."));
    }

    public async Task SettleAsync(string? id, long tokens)
    {
        if (id is not null)
            await documents.ReplaceAsync(UserId, Kind, id, JsonSerializer.Serialize(new Use(Key, Today, tokens, false)), CancellationToken.None);
    }

    /// <summary>What this key used today, with what is set aside.</summary>
    public async Task<long> UsedAsync(CancellationToken cancellationToken)
    {
        var (sum, settled) = (0L, new List<(string Id, Use Use)>());
        foreach (var document in await documents.ListAsync(UserId, Kind, cancellationToken))
        {
            var use = JsonSerializer.Deserialize<Use>(document.Content)!;
            if (use.Day != Today)
            {
                await documents.DeleteAsync(UserId, Kind, document.Id, cancellationToken);
                continue;
            }

            if (use.Key != Key)
                continue;
            sum += use.Tokens;
            if (!use.IsSetAside)
                settled.Add((document.Id, use));
        }

        if (settled.Count >= Many)
            await AddUpAsync(settled, cancellationToken);
        return sum;
    }

    // Broken off in the middle, or two at a time, it counts some twice for a while, never too little: the sum is there before its parts go, and of the parts only those count that went here.
    private async Task AddUpAsync(List<(string Id, Use Use)> settled, CancellationToken cancellationToken)
    {
        var sum = settled[0].Use with { Tokens = settled.Sum(one => one.Use.Tokens) };
        if (await documents.AddAsync(UserId, Kind, JsonSerializer.Serialize(sum), cancellationToken) is not { } sumId)
            return;
        var gone = 0L;
        foreach (var (id, use) in settled)
            gone += await documents.DeleteAsync(UserId, Kind, id, cancellationToken) ? use.Tokens : 0;
        if (gone != sum.Tokens)
            await documents.ReplaceAsync(UserId, Kind, sumId, JsonSerializer.Serialize(sum with { Tokens = gone }), cancellationToken);
    }
}
