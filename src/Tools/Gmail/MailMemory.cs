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

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Bytes });

    public async Task<Message> MessageAsync(GoogleAccount account, string id, Func<Task<Message>> read)
    {
        if (Recall<Message>(account, ("message", account.Id, id)) is { } known)
            return known;
        var message = await read();
        return Keep(("message", account.Id, id), message, 1_000 + ((message.SizeEstimate ?? 0) * (long)BytesPerByte), MessagesFor);
    }

    public async Task<IReadOnlyList<Label>> LabelsAsync(GoogleAccount account, Func<Task<IReadOnlyList<Label>>> read) =>
        Recall<IReadOnlyList<Label>>(account, ("labels", account.Id, "")) ?? Keep(("labels", account.Id, ""), await read(), LabelListBytes, LabelsFor);

    public void Dispose() => _cache.Dispose();

    /// <summary>An account whose grant ended, or no longer covers mail, is shown nothing any more, although it may still be in memory.</summary>
    private T? Recall<T>(GoogleAccount account, object key)
        where T : class => account.Status == AccountStatus.Connected && GoogleScopes.ReadMail.Any(account.Scopes.Contains) ? _cache.Get<T>(key) : null;

    private T Keep<T>(object key, T value, long size, TimeSpan lifetime) =>
        _cache.Set(key, value, new MemoryCacheEntryOptions { Size = size, AbsoluteExpirationRelativeToNow = lifetime });
}
