using Assistant.Retrieval.Index;
using Assistant.TokenStore;

namespace Assistant.Tools.Search;

/// <summary>The key of an account's index comes from the token store: who removes the account ends its index too.</summary>
internal sealed class IndexKeys(IAccountKeys keys, IUserKeys userKeys) : IIndexKeys
{
    private const string Purpose = "search index";

    public Task<byte[]> GetAsync(string userId, string accountId, CancellationToken cancellationToken) =>
        accountId == IndexShelf.OfUser(userId) ? userKeys.GetAsync(userId, Purpose, cancellationToken) : keys.GetAsync(userId, accountId, Purpose, cancellationToken);
}
