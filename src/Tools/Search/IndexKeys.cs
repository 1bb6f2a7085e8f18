using Assistant.Retrieval.Index;
using Assistant.TokenStore;

namespace Assistant.Tools.Search;

/// <summary>The key of an account's index comes from the token store: who removes the account ends its index too.</summary>
internal sealed class IndexKeys(IAccountKeys keys) : IIndexKeys
{
    public Task<byte[]> GetAsync(string userId, string accountId, CancellationToken cancellationToken) => keys.GetAsync(userId, accountId, "search index", cancellationToken);
}
