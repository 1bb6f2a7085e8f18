using System.Text.Json;
using Assistant.TokenStore;

namespace Assistant.Tools.Models;

/// <param name="Digest">Of what was asked.</param>
/// <param name="Text">As far as it is written.</param>
/// <param name="IsDone">Whether that is all.</param>
/// <param name="By">Which model.</param>
/// <param name="TokensIn">Sent.</param>
/// <param name="TokensOut">Received.</param>
internal sealed record Work(string Digest, string Text, bool IsDone, string By, int TokensIn = 0, int TokensOut = 0);

/// <summary>Deletes what models wrote when its time is over, also of people who do not come back.</summary>
internal sealed class DraftExpiry(IUserDocuments documents, WritingSettings settings, TimeProvider time)
{
    public Task PurgeAsync(CancellationToken cancellationToken) => documents.PurgeAsync(DraftsInWork.Kind, time.GetUtcNow() - settings.Kept, cancellationToken);
}

/// <summary>
/// What models wrote for the caller, kept for a while and sealed in the store: while it grows, so that the end of a process loses nothing, and when it is done,
/// so that the same question is not paid for twice. Nobody else's question finds it.
/// </summary>
internal sealed class DraftsInWork(IUserDocuments documents, WritingSettings settings, CurrentCall call, TimeProvider time)
{
    public const string Kind = "writing";

    private const int Most = 100;

    private string UserId => call.Caller.UserId;

    /// <summary>What is done before what is not.</summary>
    public async Task<(string Id, Work Work)?> FindAsync(string digest, CancellationToken cancellationToken)
    {
        (string Id, Work Work)? found = null;
        var all = await documents.ListAsync(UserId, Kind, cancellationToken);
        for (var i = 0; i < all.Count; i++)
        {
            if (time.GetUtcNow() - all[i].ChangedAt > settings.Kept || i < all.Count - Most)
                await documents.DeleteAsync(UserId, Kind, all[i].Id, cancellationToken);
            else if (JsonSerializer.Deserialize<Work>(all[i].Content) is { } work && work.Digest == digest && (work.IsDone || found is not { Work.IsDone: true }))
                found = (all[i].Id, work);
        }

        return found;
    }

    public async Task ForgetAsync(string? id)
    {
        if (id is not null)
            await documents.DeleteAsync(UserId, Kind, id, CancellationToken.None);
    }

    /// <returns>Its id, also where it was new.</returns>
    public async Task<string?> SaveAsync(string? id, Work work, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.Serialize(work);
        if (id is not null && await documents.ReplaceAsync(UserId, Kind, id, content, cancellationToken))
            return id;
        return await documents.AddAsync(UserId, Kind, content, cancellationToken);
    }
}
