using System.Collections.Concurrent;
using Assistant.TokenStore;
using Google.Apis.Gmail.v1.Data;
using Microsoft.Extensions.Caching.Memory;

namespace Assistant.Tools.Gmail;

/// <summary>
/// Messages and label lists that were read a moment ago, by account. A message's text never changes at Gmail; its labels may, and it may be deleted,
/// so it is kept for minutes only. Memory is bounded; the account itself is looked up in the store at every call.
/// </summary>
internal sealed class MailMemory : IDisposable
{
    private const long Bytes = 32 * 1024 * 1024;

    /// <summary>Decoded text and objects take about twice the size that Gmail names.</summary>
    private const int BytesPerByte = 2;
    private const int LabelListBytes = 20_000;
    private static readonly TimeSpan MessagesFor = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LabelsFor = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, int> _generations = new(StringComparer.Ordinal);
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Bytes });

    public async Task<Message> MessageAsync(GoogleAccount account, string id, Func<Task<Message>> read)
    {
        var key = Key(account, "message", id);
        if (Recall<Message>(account, key) is { } known)
            return known;
        var message = await read();
        return Keep(key, message, 1_000 + ((message.SizeEstimate ?? 0) * (long)BytesPerByte), MessagesFor);
    }

    public async Task<IReadOnlyList<Label>> LabelsAsync(GoogleAccount account, Func<Task<IReadOnlyList<Label>>> read)
    {
        var key = Key(account, "labels", "");
        return Recall<IReadOnlyList<Label>>(account, key) ?? Keep(key, await read(), LabelListBytes, LabelsFor);
    }

    /// <summary>Forgets an account's mail and labels, because something was changed there. What is being read at this moment is not kept either.</summary>
    public void Forget(GoogleAccount account) => _generations.AddOrUpdate(account.Id, 1, (_, generation) => generation + 1);

    public void Dispose() => _cache.Dispose();

    private (string Kind, string Account, int Generation, string Id) Key(GoogleAccount account, string kind, string id) =>
        (kind, account.Id, _generations.GetValueOrDefault(account.Id), id);

    /// <summary>An account whose grant ended, or no longer covers mail, is shown nothing any more, although it may still be in memory.</summary>
    private T? Recall<T>(GoogleAccount account, object key)
        where T : class => account.Status == AccountStatus.Connected && GoogleScopes.ReadMail.Any(account.Scopes.Contains) ? _cache.Get<T>(key) : null;

    private T Keep<T>(object key, T value, long size, TimeSpan lifetime) =>
        _cache.Set(key, value, new MemoryCacheEntryOptions { Size = size, AbsoluteExpirationRelativeToNow = lifetime });
}
