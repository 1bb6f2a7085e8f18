using Assistant.Retrieval.Index;
using Assistant.TokenStore;

namespace Assistant.Tools.Conversations;

/// <summary>Deletes conversations that nobody used for as long as they are kept, also of people who do not come back.</summary>
internal sealed class ConversationExpiry(IConversationStore store, ConversationIndex index, ConversationSettings settings, TimeProvider time)
{
    /// <param name="userId">Only this user's; null for everybody's.</param>
    /// <param name="cancellationToken">Ends it between two.</param>
    public async Task PurgeAsync(string? userId, CancellationToken cancellationToken)
    {
        if (settings.Kept is not { } kept)
            return;
        foreach (var (owner, id) in await store.UnusedAsync(userId, time.GetUtcNow() - kept, cancellationToken))
        {
            try
            {
                // First out of the index: what is gone from the store must not be found any more.
                await index.RemoveAsync(owner, id, cancellationToken);
                await store.DeleteAsync(owner, id, cancellationToken);
            }
            catch (Exception failure) when (failure is IndexDamagedException or StoreUnavailableException or IOException)
            {
                // The next time; until then it is both kept and found.
            }
        }
    }
}
